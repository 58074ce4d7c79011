import { Liquid } from 'liquidjs';

const liquid = new Liquid({ outputEscape: 'escape' });

const LAYOUT = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{ title }}</title>
<style>
:root { color-scheme: light dark; font: 18px/1.6 system-ui, sans-serif }
body { margin: 0; display: grid; min-height: 100vh; place-content: center; padding: 24px; background: #faf7f2; color: #2b2622 }
main { max-width: 34rem }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 0.5rem }
a { color: #8a3d12 }
@media (prefers-color-scheme: dark) { body { background: #1d1a17; color: #f1ebe3 } a { color: #f0b189 } }
</style>
</head>
<body><main>`;

const HOME = liquid.parse(`${LAYOUT}
<h1>Support</h1>
<ul>{% for brand in brands %}<li><a href="/support/{{ brand.slug | url_encode }}">{{ brand.name }}</a></li>{% endfor %}</ul>
</main></body></html>`);

const WELCOME = liquid.parse(`${LAYOUT}
<h1>{{ title }}</h1>
<p>How can we help? Write to us{% for address in addresses %} at <a href="mailto:{{ address }}">{{ address }}</a>{% endfor %}
and a person will answer.</p>
</main></body></html>`);

/** Every value is escaped: names come from people. */
export function renderHome(brands: { name: string; slug: string }[]): string {
  return liquid.renderSync(HOME, { title: 'Support', brands });
}

export function renderWelcome(title: string, addresses: string[]): string {
  return liquid.renderSync(WELCOME, { title, addresses });
}
