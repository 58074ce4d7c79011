/** From the top: what people run, down to what everything is made of. Left the server, right the browser. */
const LEVELS = [
  ['apps/server', 'apps/agent-console', 'apps/sandbox'],
  ['libs/server/support-center', 'libs/server/desk-api', 'libs/server/demo'],
  ['automation', 'channels', 'knowledge', 'feedback', 'insights', 'connect'].map((name) => `libs/server/${name}`),
  ['libs/server/cases'],
  ['libs/server/customers'],
  ['libs/server/identity'],
  ['libs/server/platform', 'libs/web/client', 'libs/web/ui'],
  ['libs/domain'],
  ['libs/contracts'],
];
const WEB = new Set(['apps/agent-console', 'libs/web/client', 'libs/web/ui']);
const SIZE = { width: 148, height: 40, gapX: 24, gapY: 44, margin: 32 };
const WEB_LEFT = 1064;
const SANDBOX_LEFT = 1444;

/** An SVG of boxes and arrows, the same for the same input, readable on light and dark pages. */
export function drawPicture({ islands, edges }) {
  const boxes = placeBoxes(new Set(islands));
  const width = SANDBOX_LEFT + SIZE.width + SIZE.margin;
  const height = Math.max(...[...boxes.values()].map(({ y }) => y)) + SIZE.height + SIZE.margin;

  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    '<title id="title">Who imports whom in Bureau: arrows point to what is imported</title>',
    STYLE,
    MARKER,
    ...edges.map(([from, to]) => arrow(boxes.get(from), boxes.get(to))),
    ...[...boxes].map(([island, box]) => drawBox(island, box)),
    '</svg>',
  ].join('\n')}\n`;
}

const STYLE = `<style>
  text { font: 14px/1 Inter, system-ui, sans-serif; fill: #1f2933; text-anchor: middle; dominant-baseline: central }
  rect { fill: #f5f7fa; stroke: #9aa5b1; rx: 8 }
  .web { fill: #eaf4f4 } .app { fill: #fdf3e1 } .pure { fill: #eef0fb }
  path { fill: none; stroke: #7b8794; stroke-width: 1.25 } marker path { fill: #7b8794; stroke: none }
  @media (prefers-color-scheme: dark) {
    text { fill: #f5f7fa } rect { fill: #27303a; stroke: #616e7c }
    .web { fill: #1f3b3b } .app { fill: #43371f } .pure { fill: #2c2f4a }
  }
</style>`;
const MARKER =
  '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>';

function placeBoxes(present) {
  const boxes = new Map();
  const levels = LEVELS.map((level) => level.filter((island) => present.has(island))).filter(
    (level) => level.length > 0,
  );

  levels.forEach((level, index) => {
    const y = SIZE.margin + index * (SIZE.height + SIZE.gapY);
    const web = level.filter((island) => WEB.has(island));
    const server = level.filter((island) => !WEB.has(island) && island !== 'apps/sandbox');
    place(boxes, server, { y, left: SIZE.margin, right: WEB_LEFT - SIZE.gapX });
    place(boxes, web, { y, left: WEB_LEFT, right: SANDBOX_LEFT - SIZE.gapX });
    if (level.includes('apps/sandbox')) boxes.set('apps/sandbox', { x: SANDBOX_LEFT, y, width: SIZE.width });
  });
  for (const island of ['libs/domain', 'libs/contracts']) {
    const box = boxes.get(island);
    if (box) boxes.set(island, { x: SIZE.margin, y: box.y, width: SANDBOX_LEFT - SIZE.gapX - SIZE.margin });
  }
  return boxes;
}

/** Spreads boxes evenly between two edges. */
function place(boxes, islands, { y, left, right }) {
  const total = islands.length * SIZE.width + (islands.length - 1) * SIZE.gapX;
  const start = left + (right - left - total) / 2;
  islands.forEach((island, index) =>
    boxes.set(island, { x: start + index * (SIZE.width + SIZE.gapX), y, width: SIZE.width }),
  );
}

function arrow(from, to) {
  const fromX = middle(from);
  // A wide box is entered straight below; a narrow one in its middle.
  const toX = Math.min(Math.max(fromX, to.x + 20), to.x + to.width - 20);
  const endX = to.width > SIZE.width ? toX : middle(to);
  const startY = from.y + SIZE.height;
  const bend = (to.y - startY) / 2;
  return `<path d="M${round(fromX)} ${startY}C${round(fromX)} ${round(startY + bend)} ${round(endX)} ${round(to.y - bend)} ${round(endX)} ${to.y - 2}" marker-end="url(#tip)"/>`;
}

function drawBox(island, { x, y, width }) {
  const kind = island.startsWith('apps/')
    ? 'app'
    : WEB.has(island)
      ? 'web'
      : island.split('/').length === 2
        ? 'pure'
        : 'server';
  const name = island.replace(/^libs\/(server\/|web\/)?/, '');
  return `<g><rect class="${kind}" x="${round(x)}" y="${y}" width="${width}" height="${SIZE.height}"/><text x="${round(x + width / 2)}" y="${y + SIZE.height / 2}">${name}</text></g>`;
}

function middle({ x, width }) {
  return x + width / 2;
}

function round(value) {
  return Math.round(value * 10) / 10;
}
