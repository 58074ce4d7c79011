import { Controller, Header } from '@nestjs/common';
import { BrandDirectory } from '@bureau/identity';
import { ProblemError, PublicPage } from '@bureau/platform';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterPage } from '../page/center-page.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { formPlace } from '../page/form-place.ts';
import { renderWithoutBrand } from '../page/without-brand.ts';

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The first page of every support center, and the list of them. */
@Controller()
export class HomeController {
  constructor(private readonly brands: BrandDirectory) {}

  @PublicPage('/support', 'List the support centers of this desk.')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', POLICY)
  list(): string {
    return renderWithoutBrand({ title: 'Support', brands: this.brands.all().filter(({ open }) => open) });
  }

  @CenterPage('GET', '/', 'Show the home page of a support center.')
  home({ brand }: CenterRequest): CenterAnswer {
    return { page: 'page_index', title: brand.name, objects: {}, head: { canonical: '/' }, cacheSeconds: 10 };
  }

  @CenterPage('GET', '/customer', 'Show the home page of a support center in a language.')
  homeInLanguage(request: CenterRequest): CenterAnswer {
    return this.home(request);
  }

  @CenterPage('GET', '/customer/portal', 'Show the home page of a support center.')
  portal(request: CenterRequest): CenterAnswer {
    return this.home(request);
  }

  @CenterPage('GET', '/*', 'Lead to the form that is sent here, or say that there is no such page.')
  missing({ path, link }: CenterRequest): CenterAnswer {
    const form = formPlace(path);
    if (form !== null) return { redirect: link(form) };
    throw new ProblemError('route.not-found');
  }

  @CenterPage('POST', '/*', 'Say that there is no such page.')
  nothingToPostTo(): CenterAnswer {
    throw new ProblemError('route.not-found');
  }
}
