import { describe, expect, it } from 'vitest';
import { RoomTracker } from './room-tracker.ts';

describe('a room', () => {
  it('is complete as long as its changes follow each other', () => {
    const tracker = new RoomTracker();
    tracker.reached('cases', 7);
    expect(tracker.changed('cases', 8)).toBe('next');
    expect(tracker.changed('cases', 9)).toBe('next');
  });

  it('misses a change when a number is skipped, once', () => {
    const tracker = new RoomTracker();
    tracker.reached('cases', 7);
    expect(tracker.changed('cases', 10)).toBe('gap');
    expect(tracker.changed('cases', 11)).toBe('next');
    expect(tracker.changed('cases', 9)).toBe('old');
  });

  it('misses the last change when the server is further', () => {
    const tracker = new RoomTracker();
    expect(tracker.reached('cases', 7)).toBe(false);
    expect(tracker.reached('cases', 7)).toBe(false);
    expect(tracker.reached('cases', 8)).toBe(true);
    expect(tracker.reached('cases', 8)).toBe(false);
  });

  it('does not go back when an older number is told late', () => {
    const tracker = new RoomTracker();
    tracker.reached('cases', 7);
    tracker.changed('cases', 8);
    expect(tracker.reached('cases', 7)).toBe(false);
    expect(tracker.changed('cases', 9)).toBe('next');
  });
});
