import { Injectable } from '@nestjs/common';
import type { CenterRequest } from '../page/center-request.ts';
import { DEFAULT_COLOUR } from './brand-colours.ts';
import type { LiquidObjects } from './liquid-objects.ts';

/** What a theme knows of itself: `desk.page.theme`. */
@Injectable()
export class ThemeTexts {
  of({ brand, base }: CenterRequest): Promise<LiquidObjects> {
    return Promise.resolve({
      logo: brand.logo && `${base}/logo/${brand.logo}`,
      'hdr-text-color': brand.colour ?? DEFAULT_COLOUR,
    });
  }
}
