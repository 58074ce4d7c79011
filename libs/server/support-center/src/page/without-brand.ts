import { Liquid } from 'liquidjs';

const liquid = new Liquid({ outputEscape: 'escape' });

const STYLE = `:root{color-scheme:light dark;font:18px/1.6 system-ui,sans-serif}
body{margin:0;display:grid;min-height:100vh;place-content:center;padding:24px;background:#faf8f5;color:#26221e}
main{max-width:34rem}h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}a{color:#8a3d12}ul{padding-left:1.2em}
@media(prefers-color-scheme:dark){body{background:#1b1917;color:#f1ebe3}a{color:#f0b189}}`;

const PAGE = liquid.parse(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ title }}</title>
<meta name="robots" content="noindex"><style>${STYLE}</style></head><body><main><h1>{{ title }}</h1>
{% if text %}<p>{{ text }}</p>{% endif %}
{% if brands %}<ul>{% for brand in brands %}<li><a href="/support/{{ brand.slug | url_encode }}">{{ brand.name }}</a></li>{% endfor %}</ul>{% endif %}
</main></body></html>`);

/** A page that belongs to no brand: every value is escaped. */
export function renderWithoutBrand(page: {
  title: string;
  text?: string;
  brands?: readonly { name: string; slug: string }[];
}): string {
  return liquid.renderSync(PAGE, page);
}
