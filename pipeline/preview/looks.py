"""How the editor's page looks and moves: one style sheet, one small script. Nothing is loaded from anywhere."""

from __future__ import annotations

STYLE = """
:root{--line:#d9d9d4;--ink:#1c1c1a;--soft:#6b6b66;--paper:#fcfcfa;--person:#ffe3a8;--organization:#cfe3ff;--place:#cdf0d5;
--event:#f7d0dd;--quotation:#e6dcf7;color-scheme:light}
*{box-sizing:border-box}body{margin:0;font:16px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.7rem;line-height:1.2;margin:.3em 0}body>h1,body>table{margin:1rem 2rem}
main{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);height:100vh}
main>*{overflow:auto;padding:1.5rem 2rem}aside{border-left:1px solid var(--line);background:#fff}
article{max-width:44rem;justify-self:center}.description{font-size:1.1rem;color:#444}
.caption,.source,small{color:var(--soft);font-size:.82rem}.source a{color:inherit;overflow-wrap:anywhere}
mark{color:inherit;background:#eee;border-radius:3px;padding:.05em 0;cursor:pointer}
mark.Person{background:var(--person)}mark.Organization,mark[class*=Organization],mark.GovernmentOrganization{background:var(--organization)}
mark.Place,mark.City,mark.Country,mark.AdministrativeArea{background:var(--place)}
mark[class*=Event],mark.Festival{background:var(--event)}mark.Quotation{background:var(--quotation)}
mark.on,mark:target{outline:2px solid #222;outline-offset:1px}
.card{border:1px solid var(--line);border-radius:8px;margin:0 0 1rem;padding:.6rem .9rem}.card.on,.card:target{border-color:#222}
.card h3{margin:.1rem 0 .4rem;font-size:1rem;overflow-wrap:anywhere}.card h3 span{color:var(--soft);font-weight:400;font-size:.82rem}
table{border-collapse:collapse;width:100%;font-size:.85rem}td,th{text-align:left;vertical-align:top;padding:.15rem .5rem .15rem 0;
border-top:1px solid #eee;overflow-wrap:anywhere}th{width:9.5rem;font-weight:500;color:var(--soft)}.why{width:42%}
.why a{color:#5a3d00;text-decoration:none}.why a:hover{text-decoration:underline}
details{margin:0 0 1rem}summary{cursor:pointer;font-weight:600}li.error b{color:#b00020}li.warning b{color:#9a5b00}li.info b{color:#44618a}
@media(max-width:60rem){main{display:block;height:auto}aside{border:0;border-top:1px solid var(--line)}}
"""

SCRIPT = """
const marks=[...document.querySelectorAll('mark')];
const of=n=>marks.filter(m=>m.dataset.nodes.split(' ').includes(n));
const on=(n,yes)=>{of(n).forEach(m=>m.classList.toggle('on',yes));document.getElementById('n'+n).classList.toggle('on',yes)};
for(const c of document.querySelectorAll('.card')){c.onmouseenter=()=>on(c.dataset.node,true);c.onmouseleave=()=>on(c.dataset.node,false)}
for(const m of marks){const n=m.dataset.nodes.split(' ').at(-1);m.onmouseenter=()=>on(n,true);m.onmouseleave=()=>on(n,false);
m.onclick=()=>document.getElementById('n'+n).scrollIntoView({behavior:'smooth',block:'center'})}
"""
