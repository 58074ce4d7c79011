/** One picture of a scene. */
export interface Shot {
  scene: string;
  look: string;
  file: string;
  /** What went wrong before it was taken. */
  faults: readonly string[];
}

const STYLE = `
  :root { color-scheme: light dark; --ground: light-dark(#eef0f3, #14171c); --text: light-dark(#1b2430, #e6e9ee); }
  body { margin: 24px; font: 14px/20px system-ui, sans-serif; color: var(--text); background: var(--ground); }
  nav { columns: 240px; margin-bottom: 32px; }
  nav a { display: block; color: inherit; }
  h2 { font-size: 16px; margin: 32px 0 8px; }
  section > div { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
  figure { margin: 0; }
  img { height: 420px; width: auto; border: 1px solid #8888; background: #fff; }
  .fault { color: light-dark(#b00020, #ff8a80); }
`;

/** All pictures on one page: a row a scene, a column a look; a picture opens in full. */
export function sheetOf(shots: readonly Shot[], takenAt: Date): string {
  const scenes = [...new Set(shots.map(({ scene }) => scene))];
  const links = scenes.map((scene) => `<a href="#${slugOf(scene)}">${escaped(scene)}</a>`);
  const rows = scenes.map((scene) =>
    rowOf(
      scene,
      shots.filter((shot) => shot.scene === scene),
    ),
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Bureau: every screen</title>
<style>${STYLE}</style>
<h1>Every screen, ${takenAt.toISOString().slice(0, 16).replace('T', ' ')}</h1>
<nav>${links.join('')}</nav>
${rows.join('\n')}
</html>
`;
}

function rowOf(scene: string, shots: readonly Shot[]): string {
  const pictures = shots.map(
    ({ look, file }) =>
      `<figure><a href="${file}"><img src="${file}" loading="lazy" alt="${escaped(`${scene}, ${look}`)}"></a><figcaption>${escaped(look)}</figcaption></figure>`,
  );
  const faults = [...new Set(shots.flatMap((shot) => shot.faults))].map(
    (fault) => `<p class="fault">${escaped(fault)}</p>`,
  );
  return `<section id="${slugOf(scene)}"><h2>${escaped(scene)}</h2>${faults.join('')}<div>${pictures.join('')}</div></section>`;
}

/** What a scene is called in file names and addresses. */
export function slugOf(scene: string): string {
  return scene
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
