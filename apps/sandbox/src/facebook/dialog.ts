import { randomBytes } from 'node:crypto';
import { formOf, type Call, type Reply } from '../service/call.ts';
import { askPerson, choosePerson, dialogPolicy, refusalPage } from './dialog-page.ts';
import { allow, cancel, DialogRefusal, readDialog, type Dialog } from './login.ts';
import type { World } from './world.ts';

const COOKIE = 'sandbox_facebook_person';

/** `GET …/dialog/oauth`: who are you, and what may the app do? The browser's last person is remembered. */
export function showDialog(world: World, call: Call): Reply {
  return inFrame((nonce) => {
    const dialog = readDialog(world, call.query);
    const remembered = call.query.has('switch') ? undefined : cookieOf(call);
    const person = world.state.people[call.query.get('as') ?? remembered ?? ''];
    const shown = { world, dialog, query: call.query, nonce };
    return person && !person.gone ? askPerson(shown, person) : choosePerson(shown);
  });
}

/** `POST …/dialog/oauth`: Continue or Cancel; either way the browser goes back to the app. */
export function decideDialog(world: World, call: Call, permissionsChanged: (person: string) => void): Reply {
  const form = formOf(call);
  let location = '';
  const refused = inFrame(() => {
    const dialog = readDialog(world, call.query);
    location = decide(world, dialog, form);
    return '';
  });
  if (location === '') return refused;
  const person = form.get('person') ?? '';
  if (form.get('decision') === 'continue') permissionsChanged(person);
  const headers = {
    Location: location,
    'Set-Cookie': `${COOKIE}=${encodeURIComponent(person)}; Path=/; HttpOnly; SameSite=Lax`,
  };
  return { status: 303, headers, bytes: '' };
}

function decide(world: World, dialog: Dialog, form: URLSearchParams): string {
  if (form.get('decision') !== 'continue') return cancel(dialog);
  if (dialog.reauthenticate && !form.get('password')) throw new DialogRefusal('Enter your password again to continue.');
  return allow(world, dialog, {
    person: form.get('person') ?? '',
    granted: form.getAll('permission'),
    pages: form.getAll('page'),
  });
}

function inFrame(make: (nonce: string) => string): Reply {
  const nonce = randomBytes(16).toString('base64');
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': dialogPolicy(nonce),
    'Referrer-Policy': 'no-referrer',
  };
  try {
    return { headers, bytes: make(nonce) };
  } catch (error) {
    if (!(error instanceof DialogRefusal)) throw error;
    return { status: 400, headers, bytes: refusalPage(nonce, error.message) };
  }
}

function cookieOf({ headers }: Call): string | undefined {
  const found = (headers.cookie ?? '').split('; ').find((one) => one.startsWith(`${COOKIE}=`));
  return found && decodeURIComponent(found.slice(COOKIE.length + 1));
}
