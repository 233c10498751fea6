import Pictures

/// The one style sheet of all pages.
///
/// Pages have no inline styles, since their policy refuses those. Light is the rule; dark follows the
/// reader's preference or the page's switch.
enum SiteStyle {
  static var text: String {
    """
    :root{color-scheme:light dark;\(SVG.inks(isDark: false))--link:#0b5cad;--code:#f3f4f6;\
    --good:#1a6b3c}
    @media (prefers-color-scheme:dark){:root{\(dark)}}
    :root[data-theme=light]{color-scheme:light;\(SVG.inks(isDark: false))--link:#0b5cad;--code:#f3f4f6;\
    --good:#1a6b3c}
    :root[data-theme=dark]{color-scheme:dark;\(dark)}
    \(SVG.styleSheet)
    \(rules)

    """
  }

  private static var dark: String {
    "\(SVG.inks(isDark: true))--link:#7cb8ff;--code:#22262d;--good:#5fd694"
  }

  private static let rules = """
    *{box-sizing:border-box}
    html{font:100%/1.55 system-ui,Helvetica,Arial,sans-serif;background:var(--ground);color:var(--text)}
    body{margin:0;padding:0 1rem 3rem}
    main,header,footer,.contents{max-width:44rem;margin-inline:auto}
    h1,h2,h3{line-height:1.25;text-wrap:balance}
    h1{font-size:1.9rem;margin:1.2rem 0 .4rem}
    h2{font-size:1.4rem;margin:2.6rem 0 .6rem;padding-top:.6rem;border-top:1px solid var(--grid)}
    h3{font-size:1.1rem;margin:1.6rem 0 .4rem}
    p,ul,ol,dl,table,pre,figure,blockquote,details,form{margin:0 0 1rem}
    a{color:var(--link)}
    a:focus-visible,button:focus-visible,summary:focus-visible,input:focus-visible,\
    [tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    code,pre,kbd{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.92em}
    code{background:var(--code);padding:.1em .3em;border-radius:.2rem;overflow-wrap:anywhere}
    pre{background:var(--code);padding:.7rem .9rem;overflow-x:auto;border-radius:.3rem}
    pre code{background:none;padding:0;overflow-wrap:normal}
    blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid var(--grid)}
    img{max-width:100%;height:auto}
    hr{border:0;border-top:1px solid var(--grid);margin:2rem 0}
    .wide{overflow-x:auto}
    table{border-collapse:collapse}
    caption{text-align:start;color:var(--soft);padding-bottom:.3rem}
    th,td{padding:.25rem .9rem .25rem 0;text-align:start;vertical-align:top;\
    border-bottom:1px solid var(--grid)}
    th{font-weight:600}
    thead th{color:var(--soft);font-weight:400}
    .align-right,.number{text-align:end;font-variant-numeric:tabular-nums}
    .align-center{text-align:center}
    .about,.soft{color:var(--soft)}
    .skip{position:absolute;inset-inline-start:-999rem}
    .skip:focus{position:static}
    header{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center;padding:.7rem 0;\
    border-bottom:1px solid var(--grid)}
    header p{margin:0}
    header .theme{margin-inline-start:auto}
    button{font:inherit;color:inherit;background:var(--code);border:1px solid var(--soft);\
    border-radius:.3rem;padding:.25rem .7rem;min-height:1.9rem;cursor:pointer}
    button[aria-pressed=true]{background:var(--text);color:var(--ground)}
    nav ol,nav ul{padding-inline-start:1.4rem}
    nav li{padding:.15rem 0}
    .steps{display:flex;justify-content:space-between;gap:1rem;flex-wrap:wrap;margin:2.5rem 0 1rem}
    .run,.predict,.exercise,.keep{border:1px solid var(--grid);border-radius:.5rem;padding:1rem 1.1rem;\
    margin:0 0 1.4rem}
    .run h3,.predict h3,.exercise h3,.keep h3{margin-top:0;font-size:1rem}
    .run figure{margin-inline:0}
    figure svg{display:block;width:100%;height:auto;min-width:32rem;\
    font-family:system-ui,Helvetica,Arial,sans-serif}
    summary{cursor:pointer;padding:.2rem 0;min-height:1.6rem;color:var(--link)}
    .command{display:block;background:var(--code);padding:.5rem .8rem;border-radius:.3rem;\
    overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere}
    .task{list-style:none;margin-inline-start:-1.4rem}
    .alert-title{font-weight:600;margin-bottom:.3rem}
    .footnote{font-size:.92em;color:var(--soft)}
    dt{font-weight:600}
    dd{margin:0 0 .6rem 1.2rem}
    [role=search] input{font:inherit;width:100%;max-width:24rem;padding:.35rem .5rem;color:inherit;\
    background:var(--ground);border:1px solid var(--soft);border-radius:.3rem}
    @media (max-width:36rem){figure svg{min-width:27rem}.run,.predict,.exercise,.keep{padding:.8rem}}
    @media print{:root,:root[data-theme]{color-scheme:light;\(SVG.inks(isDark: false))}
    header,nav,.skip,button,.steps{display:none}figure,table,pre{break-inside:avoid}
    figure svg{min-width:0}.wide{overflow:visible}a[href^=http]::after{content:" (" attr(href) ")"}}
    """
}
