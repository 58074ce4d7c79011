import { FRAME_HEIGHT } from '@bureau/contracts';
import type { ShownIntegration } from '@bureau/contracts';
import { useState } from 'react';
import type { RefObject } from 'react';
import { useFrameMessages } from './use-frame-messages.ts';

/** How high a frame is, in pixels: as it was set up, until its page asks for another height, within limits. */
export function useFrameHeight(
  frame: RefObject<HTMLIFrameElement | null>,
  { origin, height: usual }: Pick<ShownIntegration, 'origin' | 'height'>,
): number {
  const [height, setHeight] = useState(usual);
  useFrameMessages(frame, { origin, type: 'bureau.resize', restMs: 100 }, ({ height: wanted }) => {
    if (typeof wanted !== 'number' || !Number.isFinite(wanted)) return;
    setHeight(Math.round(Math.min(Math.max(wanted, FRAME_HEIGHT.least), FRAME_HEIGHT.most)));
  });
  return height;
}
