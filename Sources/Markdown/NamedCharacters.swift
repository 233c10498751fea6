/// The characters that can be written by name, as in `&alpha;`.
///
/// Most of the names HTML gives to Latin and Greek letters, punctuation, arrows and mathematical
/// signs; the rarer of its two thousand names are left out.
enum NamedCharacters {
  /// What each name stands for.
  static let table: [String: String] = {
    var table: [String: String] = [:]
    for part in [latin, greek, punctuation, arrows, operators, others] {
      let words = part.split(whereSeparator: \.isWhitespace)
      for place in stride(from: 0, to: words.count - 1, by: 2) {
        let scalars = words[place + 1].split(separator: "+")
          .compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
        table[String(words[place])] = String(String.UnicodeScalarView(scalars))
      }
    }
    return table
  }()

  /// The length of the longest name.
  static let longestName = table.keys.map(\.utf8.count).max() ?? 0

  /// Latin letters and signs: names, each with its code point.
  private static let latin = """
    excl 21  QUOT 22  quot 22  num 23  dollar 24  percnt 25  AMP 26  amp 26  apos 27  lpar 28
    rpar 29  ast 2A  midast 2A  plus 2B  comma 2C  period 2E  sol 2F  colon 3A  semi 3B  LT 3C
    lt 3C  equals 3D  GT 3E  gt 3E  quest 3F  commat 40  lbrack 5B  lsqb 5B  bsol 5C  rbrack 5D
    rsqb 5D  Hat 5E  UnderBar 5F  lowbar 5F  grave 60  lbrace 7B  lcub 7B  verbar 7C  vert 7C
    rbrace 7D  rcub 7D  nbsp A0  iexcl A1  cent A2  pound A3  curren A4  yen A5  brvbar A6
    sect A7  Dot A8  DoubleDot A8  die A8  uml A8  COPY A9  copy A9  ordf AA  laquo AB  not AC
    shy AD  REG AE  circledR AE  reg AE  macr AF  strns AF  deg B0  PlusMinus B1  plusmn B1
    pm B1  sup2 B2  sup3 B3  acute B4  micro B5  para B6  CenterDot B7  centerdot B7  middot B7
    Cedilla B8  cedil B8  sup1 B9  ordm BA  raquo BB  frac14 BC  frac12 BD  half BD  frac34 BE
    iquest BF  Agrave C0  Aacute C1  Acirc C2  Atilde C3  Auml C4  Aring C5  angst C5  AElig C6
    Ccedil C7  Egrave C8  Eacute C9  Ecirc CA  Euml CB  Igrave CC  Iacute CD  Icirc CE  Iuml CF
    ETH D0  Ntilde D1  Ograve D2  Oacute D3  Ocirc D4  Otilde D5  Ouml D6  times D7  Oslash D8
    Ugrave D9  Uacute DA  Ucirc DB  Uuml DC  Yacute DD  THORN DE  szlig DF  agrave E0  aacute E1
    acirc E2  atilde E3  auml E4  aring E5  aelig E6  ccedil E7  egrave E8  eacute E9  ecirc EA
    euml EB  igrave EC  iacute ED  icirc EE  iuml EF  eth F0  ntilde F1  ograve F2  oacute F3
    ocirc F4  otilde F5  ouml F6  div F7  divide F7  oslash F8  ugrave F9  uacute FA  ucirc FB
    uuml FC  yacute FD  thorn FE  yuml FF  Amacr 100  amacr 101  Abreve 102  abreve 103
    Aogon 104  aogon 105  Cacute 106  cacute 107  Ccirc 108  ccirc 109  Cdot 10A  cdot 10B
    Ccaron 10C  ccaron 10D  Dcaron 10E  dcaron 10F  Dstrok 110  dstrok 111  Emacr 112  emacr 113
    Edot 116  edot 117  Eogon 118  eogon 119  Ecaron 11A  ecaron 11B  Gcirc 11C  gcirc 11D
    Gbreve 11E  gbreve 11F  Gdot 120  gdot 121  Gcedil 122  Hcirc 124  hcirc 125  Hstrok 126
    hstrok 127  Itilde 128  itilde 129  Imacr 12A  imacr 12B  Iogon 12E  iogon 12F  Idot 130
    imath 131  inodot 131  IJlig 132  ijlig 133  Jcirc 134  jcirc 135  Kcedil 136  kcedil 137
    kgreen 138  Lacute 139  lacute 13A  Lcedil 13B  lcedil 13C  Lcaron 13D  lcaron 13E
    Lmidot 13F  lmidot 140  Lstrok 141  lstrok 142  Nacute 143  nacute 144  Ncedil 145
    ncedil 146  Ncaron 147  ncaron 148  napos 149  ENG 14A  eng 14B  Omacr 14C  omacr 14D
    Odblac 150  odblac 151  OElig 152  oelig 153  Racute 154  racute 155  Rcedil 156  rcedil 157
    Rcaron 158  rcaron 159  Sacute 15A  sacute 15B  Scirc 15C  scirc 15D  Scedil 15E  scedil 15F
    Scaron 160  scaron 161  Tcedil 162  tcedil 163  Tcaron 164  tcaron 165  Tstrok 166
    tstrok 167  Utilde 168  utilde 169  Umacr 16A  umacr 16B  Ubreve 16C  ubreve 16D  Uring 16E
    uring 16F  Udblac 170  udblac 171  Uogon 172  uogon 173  Wcirc 174  wcirc 175  Ycirc 176
    ycirc 177  Yuml 178  Zacute 179  zacute 17A  Zdot 17B  zdot 17C  Zcaron 17D  zcaron 17E
    """

  /// Greek letters: names, each with its code point.
  private static let greek = """
    Alpha 391  Beta 392  Gamma 393  Delta 394  Epsilon 395  Zeta 396  Eta 397  Theta 398
    Iota 399  Kappa 39A  Lambda 39B  Mu 39C  Nu 39D  Xi 39E  Omicron 39F  Pi 3A0  Rho 3A1
    Sigma 3A3  Tau 3A4  Upsilon 3A5  Phi 3A6  Chi 3A7  Psi 3A8  Omega 3A9  ohm 3A9  alpha 3B1
    beta 3B2  gamma 3B3  delta 3B4  epsi 3B5  epsilon 3B5  zeta 3B6  eta 3B7  theta 3B8
    iota 3B9  kappa 3BA  lambda 3BB  mu 3BC  nu 3BD  xi 3BE  omicron 3BF  pi 3C0  rho 3C1
    sigmaf 3C2  sigmav 3C2  varsigma 3C2  sigma 3C3  tau 3C4  upsi 3C5  upsilon 3C5  phi 3C6
    chi 3C7  psi 3C8  omega 3C9  thetasym 3D1  thetav 3D1  vartheta 3D1  Upsi 3D2  upsih 3D2
    phiv 3D5  varphi 3D5  piv 3D6  varpi 3D6  Gammad 3DC  digamma 3DD  gammad 3DD  kappav 3F0
    varkappa 3F0  rhov 3F1  varrho 3F1  epsiv 3F5  bepsi 3F6
    """

  /// Spaces, dashes and quotation marks: names, each with its code point.
  private static let punctuation = """
    ensp 2002  emsp 2003  emsp13 2004  emsp14 2005  numsp 2007  puncsp 2008  ThinSpace 2009
    thinsp 2009  hairsp 200A  zwnj 200C  zwj 200D  lrm 200E  rlm 200F  dash 2010  hyphen 2010
    ndash 2013  mdash 2014  horbar 2015  Verbar 2016  Vert 2016  lsquo 2018  rsquo 2019
    rsquor 2019  lsquor 201A  sbquo 201A  ldquo 201C  rdquo 201D  rdquor 201D  bdquo 201E
    ldquor 201E  dagger 2020  Dagger 2021  ddagger 2021  bull 2022  bullet 2022  nldr 2025
    hellip 2026  mldr 2026  permil 2030  pertenk 2031  prime 2032  Prime 2033  tprime 2034
    backprime 2035  bprime 2035  lsaquo 2039  rsaquo 203A  OverBar 203E  oline 203E  caret 2041
    hybull 2043  frasl 2044  bsemi 204F  qprime 2057  NoBreak 2060  af 2061  it 2062  ic 2063
    """

  /// Arrows: names, each with its code point.
  private static let arrows = """
    LeftArrow 2190  larr 2190  leftarrow 2190  slarr 2190  UpArrow 2191  uarr 2191  uparrow 2191
    rarr 2192  srarr 2192  DownArrow 2193  darr 2193  downarrow 2193  harr 2194  varr 2195
    nwarr 2196  nwarrow 2196  nearr 2197  nearrow 2197  searr 2198  searrow 2198  swarr 2199
    swarrow 2199  nlarr 219A  nrarr 219B  rarrw 219D  Larr 219E  Uarr 219F  Rarr 21A0  Darr 21A1
    larrtl 21A2  rarrtl 21A3  mapstoup 21A5  map 21A6  mapsto 21A6  larrhk 21A9  rarrhk 21AA
    larrlp 21AB  rarrlp 21AC  harrw 21AD  nharr 21AE  Lsh 21B0  lsh 21B0  Rsh 21B1  rsh 21B1
    ldsh 21B2  rdsh 21B3  crarr 21B5  cularr 21B6  curarr 21B7  olarr 21BA  orarr 21BB
    lharu 21BC  lhard 21BD  uharr 21BE  uharl 21BF  rharu 21C0  rhard 21C1  dharr 21C2
    dharl 21C3  rlarr 21C4  udarr 21C5  lrarr 21C6  llarr 21C7  uuarr 21C8  rrarr 21C9
    ddarr 21CA  lrhar 21CB  rlhar 21CC  nlArr 21CD  nhArr 21CE  nrArr 21CF  Leftarrow 21D0
    lArr 21D0  Uparrow 21D1  uArr 21D1  Implies 21D2  rArr 21D2  Downarrow 21D3  dArr 21D3
    hArr 21D4  iff 21D4  vArr 21D5  nwArr 21D6  neArr 21D7  seArr 21D8  swArr 21D9  lAarr 21DA
    rAarr 21DB  zigrarr 21DD  larrb 21E4  rarrb 21E5  duarr 21F5  loarr 21FD  roarr 21FE
    hoarr 21FF
    """

  /// Mathematical operators: names, each with its code point.
  private static let operators = """
    ForAll 2200  forall 2200  comp 2201  PartialD 2202  part 2202  Exists 2203  exist 2203
    NotExists 2204  nexist 2204  nexists 2204  empty 2205  emptyset 2205  emptyv 2205  Del 2207
    nabla 2207  Element 2208  in 2208  isin 2208  isinv 2208  notin 2209  notinva 2209
    SuchThat 220B  ni 220B  niv 220B  notni 220C  notniva 220C  Product 220F  prod 220F
    Coproduct 2210  coprod 2210  Sum 2211  sum 2211  minus 2212  MinusPlus 2213  mnplus 2213
    mp 2213  dotplus 2214  plusdo 2214  Backslash 2216  setminus 2216  setmn 2216  ssetmn 2216
    lowast 2217  compfn 2218  Sqrt 221A  radic 221A  prop 221D  propto 221D  varpropto 221D
    vprop 221D  infin 221E  angrt 221F  ang 2220  angle 2220  angmsd 2221  angsph 2222  mid 2223
    shortmid 2223  smid 2223  nmid 2224  nshortmid 2224  nsmid 2224  par 2225  parallel 2225
    spar 2225  npar 2226  nparallel 2226  nspar 2226  and 2227  wedge 2227  or 2228  vee 2228
    cap 2229  cup 222A  Integral 222B  int 222B  Int 222C  iiint 222D  tint 222D  conint 222E
    oint 222E  Conint 222F  Cconint 2230  cwint 2231  ClockwiseContourIntegral 2232
    cwconint 2232  awconint 2233  Therefore 2234  there4 2234  therefore 2234  Because 2235
    becaus 2235  because 2235  ratio 2236  Colon 2237  dotminus 2238  minusd 2238  mDDot 223A
    homtht 223B  Tilde 223C  sim 223C  thicksim 223C  thksim 223C  backsim 223D  bsim 223D
    ac 223E  mstpos 223E  acd 223F  wr 2240  wreath 2240  NotTilde 2241  nsim 2241  eqsim 2242
    esim 2242  sime 2243  simeq 2243  nsime 2244  nsimeq 2244  cong 2245  simne 2246  ncong 2247
    ap 2248  approx 2248  asymp 2248  thkap 2248  nap 2249  napprox 2249  ape 224A
    approxeq 224A  apid 224B  backcong 224C  bcong 224C  CupCap 224D  asympeq 224D  Bumpeq 224E
    bump 224E  HumpEqual 224F  bumpe 224F  bumpeq 224F  DotEqual 2250  doteq 2250  esdot 2250
    doteqdot 2251  eDot 2251  efDot 2252  erDot 2253  Assign 2254  colone 2254  coloneq 2254
    ecolon 2255  eqcolon 2255  ecir 2256  eqcirc 2256  circeq 2257  cire 2257  wedgeq 2259
    veeeq 225A  triangleq 225C  trie 225C  equest 225F  questeq 225F  NotEqual 2260  ne 2260
    Congruent 2261  equiv 2261  nequiv 2262  le 2264  leq 2264  ge 2265  geq 2265  lE 2266
    leqq 2266  gE 2267  geqq 2267  ngE 2267+338  lnE 2268  lneqq 2268  gnE 2269  gneqq 2269
    Lt 226A  ll 226A  Gt 226B  gg 226B  between 226C  twixt 226C  NotCupCap 226D  NotLess 226E
    nless 226E  nlt 226E  ngt 226F  ngtr 226F  nle 2270  nleq 2270  nge 2271  ngeq 2271
    LessTilde 2272  lesssim 2272  lsim 2272  gsim 2273  gtrsim 2273  nlsim 2274  ngsim 2275
    lessgtr 2276  lg 2276  gl 2277  gtrless 2277  ntlg 2278  ntgl 2279  Precedes 227A  pr 227A
    prec 227A  Succeeds 227B  sc 227B  succ 227B  prcue 227C  sccue 227D  precsim 227E
    prsim 227E  scsim 227F  succsim 227F  npr 2280  nprec 2280  nsc 2281  nsucc 2281  sub 2282
    subset 2282  Superset 2283  sup 2283  supset 2283  nsub 2284  nsup 2285  sube 2286
    subseteq 2286  supe 2287  supseteq 2287  nsube 2288  nsubseteq 2288  nsupe 2289
    nsupseteq 2289  subne 228A  subsetneq 228A  supne 228B  supsetneq 228B  cupdot 228D
    UnionPlus 228E  uplus 228E  sqsub 228F  sqsubset 228F  sqsup 2290  sqsupset 2290
    sqsube 2291  sqsupe 2292  sqcap 2293  sqcup 2294  oplus 2295  ominus 2296  otimes 2297
    osol 2298  CircleDot 2299  odot 2299  ocir 229A  oast 229B  odash 229D  boxplus 229E
    plusb 229E  boxminus 229F  minusb 229F  boxtimes 22A0  timesb 22A0  dotsquare 22A1
    sdotb 22A1  RightTee 22A2  vdash 22A2  LeftTee 22A3  dashv 22A3  DownTee 22A4  top 22A4
    UpTee 22A5  bot 22A5  bottom 22A5  perp 22A5  models 22A7  vDash 22A8  Vdash 22A9
    Vvdash 22AA  VDash 22AB  nvdash 22AC  nvDash 22AD  nVdash 22AE  nVDash 22AF  prurel 22B0
    vltri 22B2  vrtri 22B3  ltrie 22B4  rtrie 22B5  origof 22B6  imof 22B7  multimap 22B8
    mumap 22B8  hercon 22B9  intcal 22BA  intercal 22BA  veebar 22BB  barvee 22BD  angrtvb 22BE
    lrtri 22BF  Wedge 22C0  bigwedge 22C0  xwedge 22C0  Vee 22C1  bigvee 22C1  xvee 22C1
    bigcap 22C2  xcap 22C2  Union 22C3  bigcup 22C3  xcup 22C3  Diamond 22C4  diam 22C4
    diamond 22C4  sdot 22C5  Star 22C6  sstarf 22C6  divonx 22C7  bowtie 22C8  ltimes 22C9
    rtimes 22CA  lthree 22CB  rthree 22CC  backsimeq 22CD  bsime 22CD  curlyvee 22CE  cuvee 22CE
    cuwed 22CF  Sub 22D0  Subset 22D0  Sup 22D1  Supset 22D1  Cap 22D2  Cup 22D3  fork 22D4
    pitchfork 22D4  epar 22D5  lessdot 22D6  ltdot 22D6  gtdot 22D7  gtrdot 22D7  Ll 22D8
    Gg 22D9  ggg 22D9  leg 22DA  lesseqgtr 22DA  gel 22DB  gtreqless 22DB  cuepr 22DE
    cuesc 22DF  nprcue 22E0  nsccue 22E1  nsqsube 22E2  nsqsupe 22E3  lnsim 22E6  gnsim 22E7
    precnsim 22E8  prnsim 22E8  scnsim 22E9  succnsim 22E9  nltri 22EA  nrtri 22EB  nltrie 22EC
    nrtrie 22ED  vellip 22EE  ctdot 22EF  utdot 22F0  dtdot 22F1  disin 22F2  isinsv 22F3
    isins 22F4  isindot 22F5  notinvc 22F6  notinvb 22F7  isinE 22F9  nisd 22FA  xnis 22FB
    nis 22FC  notnivc 22FD  notnivb 22FE
    """

  /// Letterlike and other signs: names, each with its code point.
  private static let others = """
    fnof 192  circ 2C6  tilde 2DC  euro 20AC  Copf 2102  complexes 2102  incare 2105  gscr 210A
    HilbertSpace 210B  Hscr 210B  hamilt 210B  Hfr 210C  Hopf 210D  planckh 210E  hbar 210F
    hslash 210F  planck 210F  plankv 210F  Iscr 2110  imagline 2110  Ifr 2111  Im 2111
    image 2111  imagpart 2111  Lscr 2112  lagran 2112  ell 2113  Nopf 2115  naturals 2115
    numero 2116  copysr 2117  weierp 2118  wp 2118  Popf 2119  primes 2119  Qopf 211A
    rationals 211A  Rscr 211B  realine 211B  Re 211C  Rfr 211C  real 211C  realpart 211C
    Ropf 211D  reals 211D  rx 211E  TRADE 2122  trade 2122  Zopf 2124  integers 2124  mho 2127
    Zfr 2128  zeetrf 2128  iiota 2129  Bscr 212C  bernou 212C  Cayleys 212D  Cfr 212D  escr 212F
    Escr 2130  Fscr 2131  Mellintrf 2133  Mscr 2133  phmmat 2133  order 2134  orderof 2134
    oscr 2134  alefsym 2135  aleph 2135  beth 2136  gimel 2137  daleth 2138  DD 2145
    DifferentialD 2146  dd 2146  ee 2147  ii 2148  lceil 2308  rceil 2309  LeftFloor 230A
    lfloor 230A  rfloor 230B  loz 25CA  spades 2660  clubs 2663  hearts 2665  diams 2666
    lang 27E8  rang 27E9
    """
}
