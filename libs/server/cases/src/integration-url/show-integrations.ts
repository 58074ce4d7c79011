import { Injectable } from '@nestjs/common';
import {
  userIdOf,
  type Actor,
  type RenderedUrl,
  type ShownIntegration,
  type TryIntegrationUrl,
} from '@bureau/contracts';
import { renderAddress, type PlaceholderValues, type RenderedAddress } from '@bureau/domain';
import { ProblemError } from '@bureau/platform';
import { PlaceholderFactsRepository } from '../placeholder/placeholder-facts.ts';
import { CheckIntegration } from './check-integration.ts';
import { IntegrationUrlRepository, type ShownRow } from './integration-url.repository.ts';

const NOTHING: PlaceholderValues = new Map();

/** What somebody is shown of other programs beside a case. */
@Injectable()
export class ShowIntegrations {
  constructor(
    private readonly integrations: IntegrationUrlRepository,
    private readonly facts: PlaceholderFactsRepository,
    private readonly check: CheckIntegration,
  ) {}

  /** In their order. Throws case.not-found. */
  async ofCase(actor: Actor, caseId: number): Promise<ShownIntegration[]> {
    const values = await this.valuesOf(actor, caseId);
    return (await this.integrations.shownTo(actor)).map(({ markup, secretSealed, ...shown }) => ({
      ...shown,
      ...(shown.kind === 'canvas' && secretSealed === null
        ? { url: null, problem: 'The app has no secret to sign with yet.' }
        : urlOf(renderAddress(markup, values))),
    }));
  }

  /** An address that is being written. Throws case.not-found. */
  async try(actor: Actor, { caseId, ...wanted }: TryIntegrationUrl): Promise<RenderedUrl> {
    const values = caseId === null ? NOTHING : await this.valuesOf(actor, caseId);
    const [problem] = await this.check.problemsOf(wanted);
    return problem === undefined ? urlOf(renderAddress(wanted.markup, values)) : { url: null, problem };
  }

  /** The app that somebody opens beside a case, and where. Throws case.not-found, integration-url.not-found and .no-address. */
  async one(actor: Actor, { caseId, id }: { caseId: number; id: number }): Promise<ShownRow & { url: string }> {
    const values = await this.valuesOf(actor, caseId);
    const shown = (await this.integrations.shownTo(actor)).find((integration) => integration.id === id);
    if (!shown) throw new ProblemError('integration-url.not-found');
    const rendered = renderAddress(shown.markup, values);
    if ('problem' in rendered) throw new ProblemError('integration-url.no-address');
    return { ...shown, url: rendered.url };
  }

  /** What placeholders say of a case to somebody who sees it. Throws case.not-found. */
  async valuesOf(actor: Actor, caseId: number): Promise<PlaceholderValues> {
    if (!(await this.integrations.seesCase(actor, caseId))) throw new ProblemError('case.not-found');
    return this.facts.ofAction(caseId, { userId: userIdOf(actor) ?? null, messageId: null });
  }
}

function urlOf(rendered: RenderedAddress): RenderedUrl {
  return 'problem' in rendered ? { url: null, problem: rendered.problem } : { url: rendered.url, problem: null };
}
