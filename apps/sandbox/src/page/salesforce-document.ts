import { escapeHtml } from '../mail/quote.ts';
import { placesNav } from './places.ts';

/** The shell of the Salesforce room; its scripts fill the three panes. */
export function salesforceDocument(consoleUrl: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sandbox: you work in Salesforce</title>
<link rel="icon" href="/page/icon.svg">
<link rel="stylesheet" href="/page/style.css">
<script type="module" src="/page/salesforce-main.js"></script>
</head>
<body data-pane="people" class="facebook salesforce">
<header class="top">
  <div class="edge" aria-hidden="true"></div>
  <div class="bar">
    <h1>Sandbox</h1>
    ${placesNav('/salesforce')}
    <p class="tagline">You work in Salesforce. Nothing leaves this machine.</p>
    <span class="live" role="status" id="live">connecting</span>
    <a class="button quiet" href="${escapeHtml(consoleUrl)}" target="_blank" rel="noopener">Open the desk<span class="hidden"> in a new tab</span> <span aria-hidden="true">↗</span></a>
  </div>
</header>
<main>
  <nav class="pane people" aria-labelledby="people-title">
    <div class="pane-head"><h2 id="people-title">You are</h2></div>
    <div id="people"></div>
  </nav>
  <section class="pane mailbox" id="mailbox" aria-label="Records"></section>
  <section class="pane reading" id="reading" aria-label="Record"></section>
</main>
<div class="toast" role="status" aria-live="polite" id="toast" hidden></div>
<noscript><p class="empty">This page needs JavaScript; the control routes at /__control/salesforce work without.</p></noscript>
</body>
</html>`;
}
