import { FEED } from '../article/article-paths.ts';
import type { PageAnswer } from '../page/center-answer.ts';
import type { CenterRequest } from '../page/center-request.ts';
import type { PageHead } from '../page/page-head.ts';
import { html, SafeHtml } from './safe-html.ts';

/** What stands in `<head>` for search engines and other sites: title, canonical, hreflang, Open Graph, JSON-LD. */
export function renderHead({ title, head = {} }: PageAnswer, center: CenterRequest): SafeHtml {
  const { brand } = center;
  const full = title === brand.name ? title : `${title} · ${brand.name}`;
  const lines = [html`<title>${full}</title>`];
  if (head.hidden) lines.push(html`<meta name="robots" content="noindex" />`);
  if (head.description) lines.push(html`<meta name="description" content="${head.description}" />`);
  if (head.canonical !== undefined && !head.hidden)
    lines.push(...addresses({ ...head, canonical: head.canonical }, center));
  if (!head.hidden) lines.push(feedLink(center));
  lines.push(
    html`<meta property="og:title" content="${title}" />`,
    html`<meta property="og:site_name" content="${brand.name}" />`,
    html`<meta property="og:type" content="${head.kind ?? 'website'}" />`,
  );
  if (head.description) lines.push(html`<meta property="og:description" content="${head.description}" />`);
  if (head.jsonLd) lines.push(dataBlock(head.jsonLd));
  return new SafeHtml(lines.join('\n'));
}

/** What somebody may follow who wants to know of new articles (RFC 4287). */
function feedLink(center: CenterRequest): SafeHtml {
  const href = center.absolute(FEED);
  return html`<link rel="alternate" type="application/atom+xml" title="${center.brand.name}" href="${href}" />`;
}

function addresses(
  { canonical: path, languages, paths }: PageHead & { canonical: string },
  center: CenterRequest,
): SafeHtml[] {
  const { brand, language } = center;
  const spoken = brand.languages.filter((one) => !languages || languages.includes(one));
  const known = spoken.includes(language) ? language : (spoken[0] ?? language);
  const addressIn = (one: string) => center.absolute(paths?.[one] ?? path, one);
  const canonical = addressIn(known);
  const links = [
    html`<link rel="canonical" href="${canonical}" />`,
    html`<meta property="og:url" content="${canonical}" />`,
  ];
  if (spoken.length < 2) return links;
  const alternates = spoken.map((one) => html`<link rel="alternate" hreflang="${one}" href="${addressIn(one)}" />`);
  const first = addressIn(spoken[0] ?? known);
  return [...links, ...alternates, html`<link rel="alternate" hreflang="x-default" href="${first}" />`];
}

/** JSON in a script element that never runs; `<` is written so that nothing in it can end the element. */
function dataBlock(data: Record<string, unknown>): SafeHtml {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(/</g, '\\u003c');
  return new SafeHtml(`<script type="application/ld+json">${json}</script>`);
}
