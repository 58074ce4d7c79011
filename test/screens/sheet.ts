/** One picture of a scene. */
export interface Shot {
  scene: string;
  look: string;
  file: string;
}

/** All pictures on one page: a row a scene, a column a look; a picture opens in full. */
export function sheetOf(shots: readonly Shot[], takenAt: Date): string {
  const scenes = [...new Set(shots.map(({ scene }) => scene))];
  const rows = scenes.map((scene) => {
    const pictures = shots
      .filter((shot) => shot.scene === scene)
      .map(
        ({ look, file }) =>
          `<figure><a href="${file}"><img src="${file}" loading="lazy" alt="${escaped(`${scene}, ${look}`)}"></a><figcaption>${escaped(look)}</figcaption></figure>`,
      );
    return `<section id="${slugOf(scene)}"><h2>${escaped(scene)}</h2><div>${pictures.join('')}</div></section>`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Bureau: every screen</title>
<style>
  body { margin: 24px; font: 14px/20px system-ui, sans-serif; color: #1b2430; background: #eef0f3; }
  nav { columns: 5; margin-bottom: 32px; }
  nav a { display: block; color: inherit; }
  h2 { font-size: 16px; margin: 32px 0 8px; }
  section > div { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
  figure { margin: 0; }
  img { height: 420px; width: auto; border: 1px solid #c9ced6; background: #fff; }
  figcaption { color: #56606e; font-size: 12px; }
</style>
<h1>Every screen, ${takenAt.toISOString().slice(0, 16).replace('T', ' ')}</h1>
<nav>${scenes.map((scene) => `<a href="#${slugOf(scene)}">${escaped(scene)}</a>`).join('')}</nav>
${rows.join('\n')}
</html>
`;
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
