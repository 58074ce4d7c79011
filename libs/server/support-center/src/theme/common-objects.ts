import { Injectable } from '@nestjs/common';
import { MAX_ATTACHMENTS } from '../page/read-form.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { Snippets } from '../snippet/snippets.ts';
import { languagesBlock, nameOf, searchBlocks } from './blocks.ts';
import { KnownSite } from './known-site.ts';
import type { LiquidObjects } from './liquid-objects.ts';
import { ThemeTexts } from './theme-texts.ts';
import type { ThemePage } from './theme-pages.ts';

/** What another part of the support center adds to every page: `{ site: { topics } }`, merged name by name. */
export type ObjectSource = (center: CenterRequest) => Record<string, LiquidObjects>;

/** What every page of a theme knows: site, desk, system, current_user, portal, page. */
@Injectable()
export class CommonObjects {
  private readonly sources: ObjectSource[] = [];

  constructor(
    private readonly snippets: Snippets,
    private readonly site: KnownSite,
    private readonly texts: ThemeTexts,
  ) {}

  /** Called once at start; what costs a query is a function (see `once`). */
  add(source: ObjectSource): void {
    this.sources.push(source);
  }

  async of(center: CenterRequest, page: ThemePage): Promise<LiquidObjects> {
    const { brand, language, visitor, notice } = center;
    const snippets = this.snippets.of(brand.id, language);
    const links = linksOf(center);
    const system = {
      language,
      language_name_localized: nameOf(language),
      links,
      snippets,
      max_attachments: MAX_ATTACHMENTS,
    };
    const theme = await this.texts.of(center);
    const customer = visitor && { id: visitor.customerId, name: visitor.name, email: visitor.email };
    const own: Record<string, LiquidObjects> = {
      system,
      site: { ...this.siteOf(center), ...features(center) },
      desk: {
        brands: [{ id: brand.id, name: brand.name }],
        current_brand: { id: brand.id, name: brand.name },
        customer,
        system,
        page: { theme },
        apps: { twitter: { enabled: false, username: '' }, get_satisfaction: { enabled: false } },
      },
      current_user: { 'is_guest?': visitor === null, is_guest: visitor === null, customer },
      portal: { authentication_enabled: brand.offers.myCases },
    };
    for (const source of this.sources) {
      for (const [name, more] of Object.entries(source(center))) own[name] = { ...own[name], ...more };
    }
    return {
      ...own,
      page,
      notice,
      base: center.base,
      langs_list: languagesBlock(center),
      ...searchBlocks(center, snippets),
    };
  }

  private siteOf({ brand }: CenterRequest): LiquidObjects {
    const { companyName, timeZone } = this.site.current();
    return { company_name: companyName || brand.name, timezone: timeZone ?? 'UTC', agent_name_config: 'public' };
  }
}

function linksOf(center: CenterRequest): Record<string, string> {
  return {
    home: center.link('/'),
    email: center.link('/customer/portal/emails/new'),
    question: center.link('/customer/portal/questions/new'),
    chat: '',
    login: center.link('/customer/login'),
    logout: center.link('/customer/logout'),
    registration: center.link('/customer/registrations/new'),
    myportal: center.link('/customer/portal/private/cases'),
    myaccount: center.link('/customer/account'),
  };
}

function features(center: CenterRequest): LiquidObjects {
  const { offers } = center.brand;
  return {
    email_enabled_config: offers.email,
    questions_enabled_config: offers.questions,
    chat_enabled_config: false,
    phone_enabled_config: false,
    myportal_enabled: offers.myCases,
    portal_authentication_enabled_config: offers.myCases,
    portal_authentication_type_config: 'desk',
    portal_logout_enabled_config: offers.myCases,
    default_mailbox: '',
    authentication_login_url: center.link('/customer/login'),
    authentication_logout_url: center.link('/customer/logout'),
    search_autocomplete_articles_url: center.link('/customer/portal/articles/autocomplete'),
    topics: [],
  };
}
