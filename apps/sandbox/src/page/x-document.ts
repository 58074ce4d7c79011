import { escapeHtml } from '../mail/quote.ts';
import { placesNav } from './places.ts';

/** The shell of the X room; its scripts fill the three panes. */
export function xDocument(consoleUrl: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sandbox: you are on X</title>
<link rel="icon" href="/page/icon.svg">
<link rel="stylesheet" href="/page/style.css">
<script type="module" src="/page/x-main.js"></script>
</head>
<body data-pane="people" class="network">
<header class="top">
  <div class="edge" aria-hidden="true"></div>
  <div class="bar">
    <h1>Sandbox</h1>
    ${placesNav('/x')}
    <p class="tagline">You are somebody on X. Post at a brand, or write to it in private, and see its answer.</p>
    <span class="live" role="status" id="live">connecting</span>
    <a class="button quiet" href="${escapeHtml(consoleUrl)}" target="_blank" rel="noopener">Open the desk<span class="hidden"> in a new tab</span> <span aria-hidden="true">↗</span></a>
  </div>
</header>
<main>
  <nav class="pane people" aria-labelledby="people-title">
    <div class="pane-head"><h2 id="people-title">You are</h2><button type="button" class="quiet" id="join">Add someone</button></div>
    <div id="people"></div>
  </nav>
  <section class="pane mailbox" id="mailbox" aria-label="Places of this account"></section>
  <section class="pane reading" id="reading" aria-label="What is said there"></section>
</main>
<div class="toast" role="status" aria-live="polite" id="toast" hidden></div>
<dialog id="join-dialog" aria-labelledby="join-title">
  <form method="dialog" id="join-form" novalidate>
    <h2 id="join-title">Someone new</h2>
    <label>Name <input name="name" autocomplete="off"></label>
    <label>Handle <input name="username" autocomplete="off" placeholder="someone_new"></label>
    <label>Followers <input name="followers" type="number" min="0" value="100"></label>
    <p class="problem" role="alert" id="join-problem" hidden></p>
    <div class="actions"><button type="submit" class="primary">Add</button><button type="button" class="quiet" id="join-cancel">Cancel</button></div>
  </form>
</dialog>
<noscript><p class="empty">This page needs JavaScript; the control routes at /__control/x work without.</p></noscript>
</body>
</html>`;
}
