extension Stylesheet {
  /// Letters, lines and headings.
  static let prose = """
    *{box-sizing:border-box}
    html{font-size:100%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--page);color:var(--text);font:1rem/1.75 "Noto Sans CJK SC","Noto Sans SC",\
    "Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;overflow-wrap:break-word}
    main{max-width:66rem;margin:0 auto;padding:1.2rem 1.5rem 4rem;text-align:right}
    article{text-align:left}
    article+article{margin-top:5rem;padding-top:3rem;border-top:1px solid var(--rule)}
    h1,h2,h3,h4,h5,h6{line-height:1.35;break-after:avoid}
    h1{font-size:1.9rem;font-weight:700;margin:1rem 0 1.5rem;padding-bottom:.9rem;border-bottom:2px solid var(--text)}
    h2{font-size:1.35rem;margin:2.6rem 0 .8rem}
    h3{font-size:1.12rem;margin:2rem 0 .6rem}
    h4,h5,h6{font-size:1rem;margin:1.6rem 0 .4rem}
    p,ul,ol,blockquote,pre{max-width:42em;margin:0 0 1em}
    ul,ol{padding-left:1.6em}
    li>ul,li>ol{margin:.2em 0 .3em}
    li>p{margin:0 0 .5em}
    blockquote{margin-left:0;padding:.1em 0 .1em 1.1em;border-left:3px solid var(--rule);color:var(--muted)}
    blockquote>:last-child{margin-bottom:0}
    a{color:var(--link)}
    :focus-visible{outline:2px solid var(--link);outline-offset:2px}
    code,pre{font-family:"Noto Sans Mono CJK SC",ui-monospace,"SFMono-Regular",Consolas,monospace;font-size:.9em}
    code{background:var(--panel);padding:.1em .3em;border-radius:3px}
    pre{background:var(--panel);padding:.8em 1em;overflow-x:auto;border-radius:4px;line-height:1.5}
    pre code{padding:0;font-size:1em}
    hr{border:0;border-top:1px solid var(--rule);margin:2.2rem 0}
    .title{font-weight:600;margin:1.8rem 0 .5rem}
    .notes{list-style:none;padding:0;margin:.5rem 0 1.8rem;color:var(--muted);font-size:.85rem;line-height:1.6;max-width:50em}
    .contents{max-width:42em;margin:0 0 2rem;padding:.7rem 1.1rem;background:var(--panel);border-radius:4px;font-size:.92rem}
    .contents ul{list-style:none;margin:0;padding:0;max-width:none}
    .contents a{text-decoration:none}
    .contents a:hover{text-decoration:underline}
    .level-3{padding-left:1.4em}
    .level-4{padding-left:2.8em}
    .level-5,.level-6{padding-left:4.2em}
    .outline,.outline ul{list-style:none;padding-left:0;max-width:none;margin:0}
    .outline{margin:.4rem 0 1.6rem;font-size:.92rem;line-height:1.6;overflow-x:auto;font-variant-numeric:tabular-nums}
    .outline ul{padding-left:1.2em;margin-left:.3em;border-left:1px solid var(--rule)}
    .outline small{color:var(--muted);font-size:.88em}
    .provenance{margin-top:3.5rem;padding-top:.2rem;border-top:1px solid var(--rule);font-size:.88rem}
    .provenance h2{font-size:1.1rem;margin-top:1.4rem}
    .provenance table{font-size:.85rem}
    main>input,main>label{vertical-align:middle}
    main>input{margin:0 .35em 0 1em;width:16px;height:16px;accent-color:var(--text)}
    main>label{display:inline-block;min-height:24px;line-height:24px;font-size:.8rem;color:var(--muted);cursor:pointer}
    """
}
