import { escapeHtml } from '../mail/quote.ts';
import { placesNav } from './places.ts';

/** The page's shell; the scripts fill the three panes. */
export function pageDocument(consoleUrl: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sandbox: you are the customer</title>
<link rel="icon" href="/page/icon.svg">
<link rel="stylesheet" href="/page/style.css">
<script type="module" src="/page/main.js"></script>
</head>
<body data-pane="people">
<header class="top">
  <div class="edge" aria-hidden="true"></div>
  <div class="bar">
    <h1>Sandbox</h1>
    ${placesNav('/')}
    <p class="tagline">You are the customer. Nothing leaves this machine.</p>
    <span class="live" role="status" id="live">connecting</span>
    <a class="button quiet" href="${escapeHtml(consoleUrl)}" target="_blank" rel="noopener">Open the desk<span class="hidden"> in a new tab</span> <span aria-hidden="true">↗</span></a>
  </div>
</header>
<main>
  <nav class="pane people" aria-labelledby="people-title">
    <div class="pane-head">
      <h2 id="people-title">People</h2>
      <button type="button" class="quiet" id="add-person">Add someone</button>
      <label class="find"><span class="hidden">Find a person</span><input type="search" id="find" placeholder="Find a person" autocomplete="off"></label>
    </div>
    <ul id="people" class="rows" role="list"></ul>
  </nav>
  <section class="pane mailbox" id="mailbox" aria-label="Mailbox"></section>
  <section class="pane reading" id="reading" aria-label="Mail"></section>
</main>
<div class="toast" role="status" aria-live="polite" id="toast" hidden></div>
<dialog id="person-dialog" aria-labelledby="person-dialog-title">
  <form method="dialog" id="person-form" novalidate>
    <h2 id="person-dialog-title">Someone new</h2>
    <label>Name <input name="name" autocomplete="off"></label>
    <label>Address <input name="address" type="email" required autocomplete="off" placeholder="someone@anywhere.example"></label>
    <p class="problem" role="alert" id="person-problem" hidden></p>
    <div class="actions"><button type="submit" class="primary">Add</button><button type="button" class="quiet" id="person-cancel">Cancel</button></div>
  </form>
</dialog>
<noscript><p class="empty">The sandbox page needs JavaScript; the API at /api/people works without.</p></noscript>
</body>
</html>`;
}
