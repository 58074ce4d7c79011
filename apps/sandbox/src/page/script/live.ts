/** What every room does alike: loads once at a time, and follows what happens. */
export const live = String.raw`
import { $, toast } from './dom.js';

/** One load at a time; what happens meanwhile causes one more, and everybody waits for the last. A load that says 'again' is repeated. */
export function refresher(load) {
  let running = null;
  let wanted = false;
  const run = async () => {
    while (wanted) {
      wanted = false;
      if ((await load()) === 'again') wanted = true;
    }
  };
  return () => {
    wanted = true;
    running ??= run().finally(() => { running = null; });
    return running;
  };
}

/** Says what went wrong instead of dying of it. */
export const attempt = (work) => () => Promise.resolve(work()).catch((error) => toast(error.message));

/** Refreshes when the line comes back, and with every event that concerns this room. */
export function follow(refresh, concerns) {
  const mark = $('live');
  const events = new EventSource('/api/events');
  events.onopen = () => {
    mark.textContent = 'live';
    mark.dataset.on = '';
    attempt(refresh)();
  };
  events.onerror = () => {
    mark.textContent = 'reconnecting';
    delete mark.dataset.on;
  };
  events.onmessage = ({ data }) => {
    if (concerns(JSON.parse(data))) attempt(refresh)();
  };
}
`;
