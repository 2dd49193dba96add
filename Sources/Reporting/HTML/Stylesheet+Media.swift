extension Stylesheet {
  /// What changes on a narrow screen.
  static let phone = """
    .narrow{display:none}
    @media screen and (max-width:640px){
    main{padding:.8rem 1rem 3rem}
    h1{font-size:1.5rem}
    h2{font-size:1.22rem}
    table{font-size:.85rem}
    th,td{padding:.36em .55em}
    .long{min-width:12em}
    .wide{display:none}
    .narrow{display:block}
    }
    """

  /// What changes on paper.
  static let print = """
    @page{size:A4;margin:20mm 18mm 18mm}
    @media print{
    html{font-size:10.5pt}
    body{line-height:1.6}
    main{max-width:none;padding:0}
    article+article{break-before:page;border:0;margin:0;padding:0}
    h1{font-size:18pt;margin-top:0}
    h2{font-size:13.5pt;margin-top:1.6rem}
    p,ul,ol,blockquote,pre,.notes{max-width:none}
    main>input,main>label,details{display:none}
    a{color:inherit;text-decoration:none}
    a[href^="http"]::after{content:" ("attr(href)")";font-size:.85em;overflow-wrap:anywhere}
    .scroll{overflow:visible}
    .screen{display:none}
    .paper{display:block;margin:0 0 1rem}
    table{font-size:9pt}
    .long{white-space:normal}
    .long{min-width:8em}
    thead{display:table-header-group}
    tr,.short,figure,blockquote,pre{break-inside:avoid}
    .notes{break-before:avoid}
    .contents{break-inside:avoid;background:none;border:1px solid var(--rule)}
    }
    """
}
