import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import base from './default/base.css?raw';
import script from './default/center.js?raw';
import forms from './default/forms.css?raw';
import frame from './default/frame.css?raw';
import prose from './default/prose.css?raw';

/** A file that never changes: its name has the hash of its content. */
export interface ThemeAsset {
  name: string;
  contentType: string;
  plain: Buffer;
  br: Buffer;
  gzip: Buffer;
}

export const STYLE = asset('center', 'css', slim(base + frame + prose + forms));
export const SCRIPT = asset('center', 'js', script);

export const THEME_ASSETS: ReadonlyMap<string, ThemeAsset> = new Map([STYLE, SCRIPT].map((file) => [file.name, file]));

function asset(stem: string, kind: 'css' | 'js', text: string): ThemeAsset {
  const plain = Buffer.from(text, 'utf8');
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 10);
  return {
    name: `${stem}-${hash}.${kind}`,
    contentType: kind === 'css' ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    plain,
    br: brotliCompressSync(plain),
    gzip: gzipSync(plain),
  };
}

/** Without comments, and without the spaces that only people need. */
function slim(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();
}
