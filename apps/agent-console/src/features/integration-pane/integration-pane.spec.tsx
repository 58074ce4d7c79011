import type { ShownIntegration } from '@bureau/contracts';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { IntegrationPane } from './index.ts';

const submit = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => undefined);
beforeEach(() => submit.mockClear());
afterEach(() => document.body.replaceChildren());

const shown = (over: Partial<ShownIntegration>): ShownIntegration => ({
  ...{ id: 1, name: 'Orders', description: 'In the old shop', kind: 'link', url: 'https://erp.example/?q=ana' },
  ...{ problem: null, origin: null, height: 240 },
  ...over,
});
const framed = { kind: 'embedded', origin: 'https://erp.example' } as const;
const app = { kind: 'canvas', origin: 'https://stock.example', url: 'https://stock.example/app' } as const;

function render(items: ShownIntegration[], answers = {}) {
  const desk = aDesk({ 'GET /session': mia, 'GET /cases/1042/integration-urls': { items }, ...answers });
  renderPart(desk, <IntegrationPane caseId={1042} />);
  return desk;
}

const frameOf = (name: string) => screen.findByTitle<HTMLIFrameElement>(name);

/** What the page in a frame says, or somebody who pretends to be it. */
function say(data: unknown, { source, origin, at = 0 }: { source: Window | null; origin: string; at?: number }): void {
  const event = new MessageEvent('message', { data, source, origin });
  Object.defineProperty(event, 'timeStamp', { value: at });
  act(() => void window.dispatchEvent(event));
}

it('opens links in a tab that knows nothing of the desk', async () => {
  render([shown({})]);
  const link = await screen.findByRole('link', { name: 'Orders, opens in a new tab' });
  expect(link.getAttribute('href')).toBe('https://erp.example/?q=ana');
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  await expectAccessible();
});

it('says why an address leads nowhere, without a link', async () => {
  render([shown({ url: null, problem: 'The address leads nowhere here.' })]);
  await screen.findByText('The address leads nowhere here.');
  expect(screen.queryByRole('link')).toBeNull();
});

it('shows a page in a frame that cannot lead the console elsewhere', async () => {
  render([shown(framed)]);
  const frame = await frameOf('Orders');
  expect(frame.getAttribute('src')).toBe('https://erp.example/?q=ana');
  expect(frame.getAttribute('sandbox')).toBe('allow-scripts allow-same-origin allow-forms allow-popups');
  expect(frame.getAttribute('referrerpolicy')).toBe('no-referrer');
});

it('lets the page of a frame choose its height, within limits, and nobody else', async () => {
  render([shown(framed)]);
  const frame = await frameOf('Orders');
  const source = frame.contentWindow;
  const resize = (height: unknown) => ({ type: 'bureau.resize', height });
  say(resize(500), { source: window, origin: 'https://erp.example', at: 1000 });
  say(resize(500), { source, origin: 'https://evil.example', at: 2000 });
  say(resize('500px; position: fixed'), { source, origin: 'https://erp.example', at: 3000 });
  say(resize(NaN), { source, origin: 'https://erp.example', at: 4000 });
  say('bureau.resize', { source, origin: 'https://erp.example', at: 5000 });
  expect(frame.style.height).toBe('240px');
  say(resize(420.4), { source, origin: 'https://erp.example', at: 6000 });
  expect(frame.style.height).toBe('420px');
  say(resize(300), { source, origin: 'https://erp.example', at: 6050 });
  expect(frame.style.height).toBe('420px');
  say(resize(99_999), { source, origin: 'https://erp.example', at: 7000 });
  expect(frame.style.height).toBe('900px');
  say(resize(-5), { source, origin: 'https://erp.example', at: 8000 });
  expect(frame.style.height).toBe('80px');
});

it('posts a signed request to the frame of an app, once', async () => {
  const signed = { url: 'https://stock.example/app', signedRequest: 'c2ln.eyJ9' };
  const desk = render([shown({ ...app, name: 'Stock' })], {
    'POST /cases/1042/integration-urls/1/signed-request': signed,
  });
  const frame = await frameOf('Stock');
  await waitFor(() => expect(submit).toHaveBeenCalled());
  const form = document.querySelector('form')!;
  expect([form.method, form.action, form.target]).toEqual(['post', 'https://stock.example/app', frame.name]);
  expect(new FormData(form).get('signed_request')).toBe('c2ln.eyJ9');
  expect(frame.hasAttribute('src')).toBe(false);

  // An app that runs for long asks for another one, which it cannot do all the time.
  const asked = () => desk.asked('POST /cases/1042/integration-urls/1/signed-request').length;
  const before = asked();
  const answer = vi.spyOn(frame.contentWindow!, 'postMessage');
  const wish = { type: 'bureau.refresh-signed-request' };
  say(wish, { source: frame.contentWindow, origin: 'https://stock.example', at: 50_000 });
  say(wish, { source: frame.contentWindow, origin: 'https://stock.example', at: 51_000 });
  await waitFor(() =>
    expect(answer).toHaveBeenCalledWith(
      { type: 'bureau.signed-request', signedRequest: 'c2ln.eyJ9' },
      'https://stock.example',
    ),
  );
  expect(asked()).toBe(before + 1);
});

it('opens an app anew whose frame stayed empty', async () => {
  const call = 'POST /cases/1042/integration-urls/1/signed-request';
  const answers = { [call]: () => ({ url: 'https://stock.example/app', signedRequest: 'c2ln.eyJ9' }) };
  const desk = render([shown({ ...app, name: 'Stock' })], answers);
  await waitFor(() => expect(submit).toHaveBeenCalled());
  const [posted, asked] = [submit.mock.calls.length, desk.asked(call).length];
  await userEvent.click(await screen.findByRole('button', { name: 'Load anew: Stock' }));
  await waitFor(() => expect(submit.mock.calls.length).toBeGreaterThan(posted));
  expect(desk.asked(call)).toHaveLength(asked + 1);
});

it('says why an app is not opened, and tries again', async () => {
  const call = 'POST /cases/1042/integration-urls/1/signed-request';
  const desk = render([shown({ ...app, name: 'Stock' })], { [call]: () => problem(409, 'integration-url.no-secret') });
  await screen.findByText(/The app could not be opened\./);
  expect(submit).not.toHaveBeenCalled();
  desk.answer({ [call]: { url: 'https://stock.example/app', signedRequest: 'c2ln.eyJ9' } });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(submit).toHaveBeenCalled());
});

it('says to load the page anew where its policy is older than the integration', async () => {
  render([shown(framed)]);
  await frameOf('Orders');
  const refusal = (blockedURI: string, originalPolicy = "frame-src 'self'; base-uri 'none'") => {
    const event = new Event('securitypolicyviolation', { bubbles: true });
    fireEvent(document, Object.assign(event, { blockedURI, originalPolicy, effectiveDirective: 'frame-src' }));
  };
  refusal('https://other.example/');
  refusal('https://erp.example/', "frame-src 'self' https://erp.example; base-uri 'none'");
  expect(screen.queryByText(/load the page anew/)).toBeNull();
  refusal('https://erp.example/');
  await screen.findByText(/load the page anew/);
  expect(screen.queryByTitle('Orders')).toBeNull();
});

it('takes no place where there is nothing to show', async () => {
  const desk = render([]);
  await waitFor(() => expect(desk.asked('GET /cases/1042/integration-urls')).toHaveLength(1));
  expect(screen.queryByRole('region')).toBeNull();
});
