import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Windows } from './windows.ts';

type Heard = (event: { data: unknown }) => void;

/** The browser's channel between its windows: what one says, all others hear. */
class Channel {
  static readonly all = new Set<Channel>();
  private hear: Heard = () => undefined;

  constructor() {
    Channel.all.add(this);
  }

  addEventListener(_: 'message', hear: Heard) {
    this.hear = hear;
  }

  postMessage(data: unknown) {
    Channel.all.forEach((other) => other !== this && other.hear({ data }));
  }

  close() {
    Channel.all.delete(this);
  }
}

/** The browser's locks: one window has one, the others are told that they have not. */
function locks() {
  const held = new Set<string>();
  return {
    request: async (name: string, _: unknown, run: (lock: object | null) => unknown) => {
      if (held.has(name)) return run(null);
      held.add(name);
      await run({ name });
      held.delete(name);
    },
  };
}

interface Doing {
  isWriting: boolean;
  isInFront: boolean;
  caseId: number | null;
}
const behind: Doing = { isWriting: false, isInFront: false, caseId: null };
const aWindow = (doing: Partial<Doing> = {}) => new Windows(() => ({ ...behind, ...doing }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('BroadcastChannel', Channel);
  vi.stubGlobal('navigator', { locks: locks() });
});
afterEach(() => {
  Channel.all.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('of several windows', () => {
  it('one calls for a notification, and the other keeps still', async () => {
    const calls: string[] = [];
    const [first, second] = [aWindow(), aWindow()];
    void first.callOnce(5, () => calls.push('first'));
    void second.callOnce(5, () => calls.push('second'));
    await vi.advanceTimersByTimeAsync(200);
    expect(calls).toEqual(['first']);
  });

  it('another may call for the next notification', async () => {
    const calls: string[] = [];
    const [first, second] = [aWindow(), aWindow()];
    void first.callOnce(5, () => calls.push('first'));
    void second.callOnce(6, () => calls.push('second'));
    await vi.advanceTimersByTimeAsync(200);
    expect(calls).toEqual(['first', 'second']);
  });

  it('each tells what is done in it, so that no call disturbs who writes in another', async () => {
    const call = vi.fn();
    const asking = aWindow();
    aWindow({ isWriting: true });
    aWindow({ isInFront: true, caseId: 1042 });
    aWindow({ caseId: 7 });
    void asking.callOnce(5, call);
    await vi.advanceTimersByTimeAsync(200);
    expect(call).toHaveBeenCalledWith({ isWriting: true, isInFront: true, openCases: [1042] });
  });

  it('one that is closed is asked no more, and nonsense on the channel is passed over', async () => {
    const call = vi.fn();
    const asking = aWindow();
    aWindow({ isWriting: true }).close();
    void asking.callOnce(5, call);
    new Channel().postMessage({ kind: 'answered', id: 5, window: { isWriting: 'yes' } });
    await vi.advanceTimersByTimeAsync(200);
    expect(call).toHaveBeenCalledWith({ isWriting: false, isInFront: false, openCases: [] });
  });
});

it('a browser without channel and locks calls from the one window that it knows', async () => {
  vi.stubGlobal('BroadcastChannel', undefined);
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  vi.stubGlobal('navigator', {});
  const call = vi.fn();
  void aWindow({ isInFront: true, caseId: 3 }).callOnce(5, call);
  await vi.advanceTimersByTimeAsync(0);
  expect(call).toHaveBeenCalledWith({ isWriting: false, isInFront: true, openCases: [3] });
});
