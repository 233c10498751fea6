/// What stands around the content of every page.
struct SitePage {
  /// The name of the file, in the folder of the site.
  let name: String
  let title: String

  /// The language of its words, as a tag of BCP 47.
  let language: String

  /// What the site is called.
  let site: String

  /// What stands in the main part.
  let content: HTML

  /// Links that stand behind it, under a name.
  var contents: HTML?

  /// The version of the program that made it.
  let program: String

  /// What a page may load: nothing but its own files.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    + "base-uri 'none'; form-action 'none'"

  var source: String {
    let head = [
      HTML("meta", [("charset", "utf-8")]),
      HTML("meta", [("http-equiv", "Content-Security-Policy"), ("content", Self.policy)]),
      HTML("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
      HTML("title", [], HTML(text: name == SiteFile.index ? site : "\(title) · \(site)")),
      HTML("script", [("src", SiteFile.theme)]),
      HTML("link", [("rel", "stylesheet"), ("href", SiteFile.style)]),
    ].joined("\n")
    let home: (String, String?) = ("href", SiteFile.index)
    let header = HTML(
      "header", [],
      HTML(
        "p", [],
        name == SiteFile.index
          ? HTML("strong", [], HTML(text: site)) : HTML("a", [home], HTML(text: site)))
        + HTML("p", [("class", "theme"), ("id", "k-theme")]))
    let skip = HTML("a", [("class", "skip"), ("href", "#k-main")], HTML(text: "Skip to the text"))
    let main = HTML("main", [("id", "k-main"), ("tabindex", "-1")], content)
    let footer = HTML(
      "footer", [("class", "soft")],
      HTML(
        "p", [],
        HTML(
          text: "Every number and picture was made by Knobs \(program); the same command makes it "
            + "again, to the last digit.")))
    let body = [skip, header, main, contents ?? HTML(), footer].filter { !$0.source.isEmpty }
    return
      "<!DOCTYPE html>\n<html lang=\"\(HTML.escaped(language))\">\n<head>\n\(head.source)\n</head>\n"
      + "<body>\n\(body.joined("\n").source)\n</body>\n</html>\n"
  }
}

/// The files that every site has.
enum SiteFile {
  static let index = "index.html"
  static let style = "assets/site.css"
  static let theme = "assets/theme.js"
  static let manifest = "knobs.json"

  /// Makes a page light or dark before anything is painted, and lets its reader choose.
  static let themeScript = """
    "use strict";(function(){var root=document.documentElement,key="knobs-theme",now="system";
    function read(){try{return localStorage.getItem(key)||"system"}catch(e){return "system"}}
    function write(v){try{localStorage.setItem(key,v)}catch(e){}}
    function show(v){now=v;if(v==="system"){root.removeAttribute("data-theme")}
    else{root.setAttribute("data-theme",v)}}
    show(read());
    document.addEventListener("DOMContentLoaded",function(){
    var place=document.getElementById("k-theme");if(!place){return}
    place.setAttribute("role","group");place.setAttribute("aria-label","Colours");
    var all=[["system","System"],["light","Light"],["dark","Dark"]].map(function(each){
    var b=document.createElement("button");b.type="button";b.textContent=each[1];
    b.addEventListener("click",function(){show(each[0]);write(each[0]);mark()});
    place.appendChild(b);place.appendChild(document.createTextNode(" "));return [each[0],b]});
    function mark(){all.forEach(function(p){p[1].setAttribute("aria-pressed",String(p[0]===now))})}
    mark()})})();

    """
}
