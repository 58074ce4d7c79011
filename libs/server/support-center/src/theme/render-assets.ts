import type { CenterRequest } from '../page/center-request.ts';
import { brandColours, DEFAULT_COLOUR } from './brand-colours.ts';
import { html, SafeHtml } from './safe-html.ts';
import { SCRIPT, STYLE } from './theme-assets.ts';

/** The style of the default theme in the colour of the brand, and the one script. */
export function renderAssets({ base, brand }: CenterRequest): SafeHtml {
  const { light, dark } = brandColours(brand.colour ?? DEFAULT_COLOUR);
  const colours = [
    `--accent-light:${light.accent}`,
    `--on-accent-light:${light.onAccent}`,
    `--tint-light:${light.tint}`,
    `--accent-dark:${dark.accent}`,
    `--on-accent-dark:${dark.onAccent}`,
    `--tint-dark:${dark.tint}`,
  ];
  return html`<style>
      ${new SafeHtml(`:root{${colours.join(';')}}`)}
    </style>
    <link rel="stylesheet" href="${base}/theme/${STYLE.name}" />
    <script src="${base}/theme/${SCRIPT.name}" defer></script>`;
}
