import { escapeHtml } from '../mail/quote.ts';
import { placesNav } from './places.ts';

/** What one room shows of its own; everything else is the same in all of them. HTML where it says so. */
export interface Room {
  path: string;
  title: string;
  tagline: string;
  /** The module of `/page` that fills the three panes. */
  script: string;
  /** Classes of the body. */
  look?: string;
  /** HTML of the left pane: its head behind the title, and its list. */
  people: { title: string; head?: string; list?: string };
  /** What the other two panes are, for a screen reader. */
  middle: string;
  right: string;
  /** HTML. */
  dialog?: string;
  /** Who cannot run scripts reads this. */
  withoutScripts: string;
}

/** The shell of a room of the sandbox's page. */
export function roomDocument(room: Room, consoleUrl: string): string {
  const { path, title, tagline, script, look, people, middle, right, dialog, withoutScripts } = room;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sandbox: ${title}</title>
<link rel="icon" href="/page/icon.svg">
<link rel="stylesheet" href="/page/style.css">
<script type="module" src="/page/${script}"></script>
</head>
<body data-pane="people"${look === undefined ? '' : ` class="${look}"`}>
<header class="top">
  <div class="edge" aria-hidden="true"></div>
  <div class="bar">
    <h1>Sandbox</h1>
    ${placesNav(path)}
    <p class="tagline">${tagline}</p>
    <span class="live" role="status" id="live">connecting</span>
    <a class="button quiet" href="${escapeHtml(consoleUrl)}" target="_blank" rel="noopener">Open the desk<span class="hidden"> in a new tab</span> <span aria-hidden="true">↗</span></a>
  </div>
</header>
<main>
  <nav class="pane people" aria-labelledby="people-title">
    <div class="pane-head"><h2 id="people-title">${people.title}</h2>${people.head ?? ''}</div>
    ${people.list ?? '<div id="people"></div>'}
  </nav>
  <section class="pane mailbox" id="mailbox" aria-label="${middle}"></section>
  <section class="pane reading" id="reading" aria-label="${right}"></section>
</main>
<div class="toast" role="status" aria-live="polite" id="toast" hidden></div>
${dialog ?? ''}
<noscript><p class="empty">${withoutScripts}</p></noscript>
</body>
</html>`;
}
