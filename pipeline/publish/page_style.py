"""The article page's style sheet: readable at any width, in light and dark, on paper; no font or picture is fetched."""

STYLE = """
:root{color-scheme:light dark;--ink:#16181d;--soft:#5b616e;--line:#dfe2e8;--paper:#fff;--wash:#f5f6f8;--accent:#a4161a;
--note:#8a5a00;--note-wash:#fff7e6;--serif:"Iowan Old Style","Palatino Linotype",Charter,Georgia,"Noto Serif",serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",sans-serif}
@media(prefers-color-scheme:dark){:root{--ink:#e9eaee;--soft:#a2a8b4;--line:#31353e;--paper:#14161a;--wash:#1c1f25;
--accent:#ff7b72;--note:#f0b84a;--note-wash:#2a2317}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1875rem/1.62 var(--serif);text-rendering:optimizeLegibility;
overflow-wrap:break-word}
a{color:inherit;text-decoration-color:var(--soft);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{color:var(--accent);text-decoration-color:currentColor}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:1}
.site{border-bottom:1px solid var(--line);font:700 1rem/1.2 var(--sans);letter-spacing:-.01em}
.site a{display:block;max-width:70rem;margin:auto;padding:1rem 1.25rem;text-decoration:none}
main{max-width:70rem;margin:auto;padding:clamp(1.75rem,5vw,3.5rem) 1.25rem 3rem}
.head,.article-body,.note{max-width:41rem;margin-inline:auto}
.head{margin-bottom:2rem}
.section{margin:0 0 .75rem;color:var(--accent);font:700 .8125rem/1.3 var(--sans);letter-spacing:.06em;text-transform:uppercase}
h1{margin:0;font:700 clamp(2rem,1.3rem + 3.1vw,3.125rem)/1.1 var(--serif);letter-spacing:-.018em;text-wrap:balance}
h1.long{font-size:clamp(1.75rem,1.3rem + 1.9vw,2.375rem);line-height:1.16}
h1 s{color:var(--soft);text-decoration-thickness:.06em}
.dek{margin:1rem 0 0;color:var(--soft);font-size:clamp(1.1875rem,1.05rem + .6vw,1.4375rem);line-height:1.42;text-wrap:pretty}
.byline{margin:1.5rem 0 0;font:500 .9375rem/1.45 var(--sans)}
.byline span{color:var(--soft);font-weight:400}
.dates{color:var(--soft);font-weight:400}
.byline+.byline{margin-top:.25rem}
figure{max-width:52rem;margin:0 auto 2.25rem}
figure img{display:block;width:100%;height:auto;background:var(--wash);border-radius:3px;
color:var(--soft);font:.875rem/1.45 var(--sans)}
figcaption{margin-top:.625rem;color:var(--soft);font:.875rem/1.45 var(--sans)}
figcaption .credit{display:inline-block}
figure.credit-only{max-width:41rem;padding-top:.5rem;border-top:1px solid var(--line)}
.article-body>*{margin:0 0 1.25em}
.article-body h2{margin:2em 0 .6em;font:700 1.4375rem/1.25 var(--serif);letter-spacing:-.01em;text-wrap:balance}
.article-body blockquote{padding-left:1.25rem;border-left:3px solid var(--accent);font-style:italic}
.article-body blockquote p{margin:0}
.article-body ul{padding-left:1.25em}
.article-body li{margin-bottom:.4em}
.article-body small{color:var(--soft);font:.875rem/1.45 var(--sans)}
.note{margin-block:0 2rem;padding:.875rem 1.125rem;border-left:3px solid var(--note);background:var(--note-wash);
font:.9375rem/1.5 var(--sans);border-radius:0 3px 3px 0}
.note p{margin:0}
.note p+p{margin-top:.5rem}
.note b{color:var(--note)}
.named{max-width:62rem;margin:3.5rem auto 0;padding-top:1.5rem;border-top:1px solid var(--line);font:.9375rem/1.45 var(--sans)}
.named>h2{margin:0 0 1.25rem;font:700 .8125rem/1.3 var(--sans);letter-spacing:.06em;text-transform:uppercase;color:var(--soft)}
.kinds{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,12.5rem),1fr));gap:1.75rem 2.25rem}
.kinds h3{margin:0 0 .5rem;font:600 1rem/1.3 var(--sans)}
.kinds ul{margin:0;padding:0;list-style:none}
.kinds li{padding:.375rem 0}
.kinds li+li{border-top:1px solid var(--line)}
.kinds .more{display:block;color:var(--soft);font-size:.875rem;line-height:1.4}
.foot{border-top:1px solid var(--line);color:var(--soft);font:.8125rem/1.6 var(--sans)}
.foot div{max-width:70rem;margin:auto;padding:1.25rem;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
@media print{.skip,.foot,.named{display:none}body{font-size:11pt}main{padding:0}a{text-decoration:none}}
""".strip()
