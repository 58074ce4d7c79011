import { Injectable } from '@nestjs/common';
import { BrandDirectory } from '@bureau/identity';
import type { CenterRequest } from '../page/center-request.ts';
import { Snippets } from '../snippet/snippets.ts';
import type { LiquidObjects } from './liquid-objects.ts';
import type { ThemePage } from './theme-pages.ts';

/** What every page of a theme knows: the desk, the brand, the words, who is there. */
@Injectable()
export class CommonObjects {
  constructor(
    private readonly snippets: Snippets,
    private readonly brands: BrandDirectory,
  ) {}

  of(center: CenterRequest, page: ThemePage): LiquidObjects {
    const { brand, language, visitor, notice } = center;
    const snippets = this.snippets.of(brand.id, language);
    const links = {
      home: center.link('/'),
      email: center.link('/customer/portal/emails/new'),
      question: center.link('/customer/portal/questions/new'),
      login: center.link('/customer/login'),
      logout: center.link('/customer/logout'),
      myportal: center.link('/customer/portal/private/cases'),
      myaccount: center.link('/customer/account'),
    };
    const system = { language, links, snippets, max_attachments: 5 };
    return {
      page,
      notice,
      base: center.base,
      system,
      desk: {
        brands: [{ id: brand.id, name: brand.name }],
        current_brand: { id: brand.id, name: brand.name },
        customer: visitor ? { id: visitor.customerId } : null,
        system,
      },
      current_user: {
        'is_guest?': visitor === null,
        is_guest: visitor === null,
        customer: visitor ? { name: visitor.name, email: visitor.email } : null,
      },
    };
  }
}
