import { AREA_COLOURS, FILLS } from '../report.colours.js';

const fills = Object.entries(FILLS)
  .map(
    ([key, [fill, ink]]) =>
      `.badge.${key},.swatch.${key}{background:${fill};color:${ink}}.fill-${key}{fill:${fill}${key === 'coverage-not_reported' ? ';stroke:#9aa3ad;stroke-dasharray:3 2' : ''}}.on-${key}{fill:${ink}}`,
  )
  .join('\n');

const areas = Object.entries(AREA_COLOURS)
  .map(([key, colour]) => `.area-${key}{--area:${colour}}`)
  .join('\n');

/** The one style sheet of the file: screen first, then narrow screens, then paper. Colours never speak alone. */
export const REPORT_CSS = `
:root{--ink:#1c2430;--soft:#556070;--line:#d9dee5;--paper:#fff;--wash:#f5f7fa;--brand:#143a5c;--accent:#b6862c;--area:#143a5c}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:var(--paper);font:17px/1.6 "Source Sans 3","Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif}
h1,h2,h3,h4,.value{font-family:"Source Serif 4",Georgia,"Times New Roman","Liberation Serif",serif;line-height:1.2;font-weight:600;text-wrap:balance}
a{color:#175a93;text-underline-offset:.15em}
a:focus-visible,.frame:focus-visible,main:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
main:focus{outline:none}
.skip{position:absolute;left:-100vw;top:0;background:#fff;padding:.7rem 1rem;z-index:2}
.skip:focus{left:0}
.cover{background:var(--brand);color:#fff;padding:clamp(2.5rem,8vw,6.5rem) clamp(1.2rem,7vw,7rem) clamp(2rem,5vw,4rem);border-bottom:8px solid var(--accent)}
.cover p,.cover h1{margin:0;max-width:46rem}
.framework{font-size:.95rem;letter-spacing:.04em;color:#d6e2ee}
.cover h1{font-size:clamp(2.3rem,6vw,4.2rem);margin:.6rem 0 1rem}
.subtitle{font-size:1.25rem;color:#e6eef6}
.cover-boxes{list-style:none;padding:0;margin:2.6rem 0;max-width:none;display:flex;flex-wrap:wrap;gap:1.4rem 2.8rem}
.cover-boxes .value{display:block;font-size:2.1rem}
.cover .mark{background:none;color:#f3dca8;border-color:#f3dca8}
.cover-boxes .label{color:#d6e2ee;font-size:.95rem}
.cover-lines{margin:0;font-size:.95rem;border-top:1px solid #4d6f8e;padding-top:1.2rem}
.cover-lines div{display:flex;flex-wrap:wrap;gap:0 .8rem}
.cover-lines dt{min-width:min(13rem,100%);color:#d6e2ee}
.cover-lines dd{margin:0;overflow-wrap:anywhere}
.columns{max-width:1240px;margin:0 auto;padding:2rem clamp(1rem,4vw,2.5rem) 4rem}
nav h2{font-size:1.2rem;margin:0 0 .6rem}
nav ol{list-style:none;margin:0;padding:0;font-size:.92rem;line-height:1.4}
nav>ol>li{margin:.35rem 0}
nav ol ol{padding-left:1.2rem;font-size:.86rem}
nav a{text-decoration:none;color:var(--ink);display:inline-block;padding:.1rem 0}
nav a:hover{text-decoration:underline}
nav .number{color:var(--soft);margin-right:.3rem}
main{min-width:0}
section.level-2{padding-top:1.5rem;margin-bottom:3.5rem}
h2{font-size:2rem;color:var(--brand);border-bottom:3px solid var(--accent);padding-bottom:.4rem;margin:0 0 1.2rem}
h3{font-size:1.4rem;margin:2.4rem 0 .8rem}
h4{font-size:1.12rem;margin:0 0 .5rem}
h2 .number,h3 .number{color:var(--soft);font-weight:400;margin-right:.2rem}
section[class*=area-]>h3{border-left:6px solid var(--area);padding-left:.7rem;color:var(--area)}
p,li,dd,dt,h1,h2,h3,h4,caption,figcaption{overflow-wrap:break-word}
p{margin:0 0 .9rem;max-width:46rem}
.lead{font-size:1.12rem}
.small,.note,.by,.fact-note,.roles,.breakdown{font-size:.87rem;color:var(--soft);line-height:1.45}
.notice{border-left:5px solid var(--accent);background:#fdf7ea;padding:.7rem 1rem;font-size:.95rem}
ul,ol{max-width:50rem}
li{margin:.25rem 0}
.terms{margin:0 0 1.2rem;max-width:56rem}
.terms div{display:grid;grid-template-columns:13rem 1fr;gap:.2rem 1.2rem;padding:.5rem 0;border-top:1px solid var(--line)}
.terms dt{font-weight:600;color:var(--soft)}
.terms dd{margin:0}
.boxes{list-style:none;padding:0;margin:1rem 0 1.4rem;max-width:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(13.5rem,100%),1fr));gap:.9rem}
.boxes li{margin:0;background:var(--wash);border-top:4px solid var(--brand);padding:.9rem 1rem;display:flex;flex-direction:column;gap:.3rem}
.boxes .value{font-size:1.45rem;color:var(--brand)}
.boxes .label{font-size:.95rem;line-height:1.35}
.trace{font-size:.85rem}
.badge{display:inline-block;border-radius:3px;padding:.05rem .5rem;font-size:.86rem;font-weight:600;line-height:1.5;border:1px solid rgba(0,0,0,.12)}
.mark,.tag{display:inline-block;font-size:.76rem;line-height:1.4;padding:0 .4rem;border:1px dashed #8a5f00;border-radius:3px;color:#6d4a00;background:#fffaf0;font-style:italic}
.tag{border-style:solid;border-color:#7c93aa;color:#31485f;background:#eef4fa}
.code{font:600 .82em/1.4 ui-monospace,"SFMono-Regular",Menlo,Consolas,"Liberation Mono",monospace;color:var(--area);white-space:nowrap}
a.code{color:#175a93}
.commitment{border:1px solid var(--line);border-left:5px solid var(--area);border-radius:0 6px 6px 0;padding:1.1rem 1.3rem .5rem;margin:0 0 1.2rem;break-inside:avoid-page}
.commitment .status{margin-bottom:.6rem}
.roles span+span::before{content:" · "}
.prose p,.prose ul{margin-top:0}
.prose-title{font-weight:600;font-size:.87rem;margin:0 0 .15rem;color:var(--soft)}
.facts{list-style:none;padding:0;margin:.2rem 0 1rem}
.facts>li{padding:.45rem 0;border-top:1px solid var(--line)}
.by,.fact-note,.breakdown{display:block}
.figures{margin:.15rem 0;padding-left:1.1rem}
.figure{font-weight:600;color:var(--ink);text-decoration-color:#9db4c9}
.frame{overflow-x:auto;margin:1.2rem 0 .5rem;max-width:100%}
table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.4}
caption{text-align:left;font-weight:600;padding:0 0 .5rem;font-size:.95rem;caption-side:top}
caption .number,figcaption .number{color:var(--soft)}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
thead th{background:var(--wash);border-bottom:2px solid #aab6c3;font-weight:600}
tbody th{font-weight:600}
.numeric{text-align:right;font-variant-numeric:tabular-nums}
.numeric strong{display:block}
.total th,.total td{border-top:2px solid #aab6c3;background:var(--wash);font-weight:600}
tr:target,li:target,article:target{background:#fff6df}
.chart{margin:1.4rem 0 1.8rem;padding:0}
figcaption{font-weight:600;font-size:.98rem;margin-bottom:.4rem}
.chart svg{width:100%;max-width:56rem;height:auto;font-size:13px}
.bar-label,.bar-end{fill:var(--ink)}
.mark-line{stroke:var(--ink);stroke-width:2}
.legend{list-style:none;padding:0;margin:0 0 .5rem;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;font-size:.86rem}
.swatch{display:inline-block;width:.9rem;height:.9rem;margin-right:.4rem;vertical-align:-.1rem;border:1px solid rgba(0,0,0,.25)}
.mark-key{display:inline-block;height:1rem;margin:0 .6rem 0 .35rem;vertical-align:-.2rem;border-left:2px solid var(--ink)}
.chart table{font-size:.82rem}
.photo{margin:1rem 0 1.2rem;padding:0;break-inside:avoid}
.photo img{display:block;max-width:min(100%,34rem);max-height:26rem;width:auto;height:auto;border-radius:4px}
.photo figcaption{margin:.35rem 0 0;font-weight:400;font-size:.9rem}
.beside img{max-width:min(100%,20rem)}
.credit{display:block;color:var(--soft)}
.sources li{overflow-wrap:anywhere;font-size:.92rem}
sup{line-height:0}
.source a{text-decoration:none;margin-left:.1rem}
.top{font-size:.85rem;margin-top:1.6rem}
footer{border-top:1px solid var(--line);padding:1.5rem clamp(1rem,4vw,2.5rem);color:var(--soft);font-size:.82rem;overflow-wrap:anywhere}
${areas}
${fills}
@media (min-width:1100px){
.columns{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:3.2rem}
nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:1.5rem .5rem 2rem 0;border-right:1px solid var(--line)}
}
@media (min-width:641px){
.beside{float:left;width:20rem;margin:.3rem 1.6rem 1.2rem 0}
.top{clear:both}
}
@media (max-width:640px){
body{font-size:16px}
.terms div{grid-template-columns:1fr}
.cover-lines dt{min-width:100%}
}
@media print{
@page{size:A4;margin:20mm 17mm}
body{font-size:10.5pt}
.skip,.top{display:none}
.cover{background:none;color:#000;padding:40mm 0 10mm;border-bottom:3pt solid #143a5c;break-after:page}
.cover *{color:#000}
.columns{display:block;max-width:none;padding:0}
nav{position:static;max-height:none;overflow:visible;border:0;break-after:page}
section.level-2{break-before:page;padding-top:0}
h2,h3,h4,caption,figcaption{break-after:avoid}
tr,li,.boxes li{break-inside:avoid}
thead{display:table-header-group}
.frame{overflow:visible}
.badge,.swatch,.boxes li,thead th,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
main a[href^="http"]::after{content:" (" attr(href) ")";font-size:.8em;overflow-wrap:anywhere}
.sources a[href^="http"]::after{content:""}
}
`;
