import { AbsenceRepository } from './absence.repository.ts';
import { AcceptOffer } from './accept-offer.ts';
import { AgentSettingsRepository } from './agent-settings.repository.ts';
import { AvailableAgents } from './available-agents.queries.ts';
import { BeginAbsences } from './begin-absences.ts';
import { CaseToGiveQueries } from './case-to-give.queries.ts';
import { ChangeRouting } from './change-routing.ts';
import { DeclineOffer } from './decline-offer.ts';
import { ExpireOffers } from './expire-offers.ts';
import { FrontOfQueue } from './front-of-queue.ts';
import { KeepRouting } from './keep-routing.ts';
import { LeaveCases } from './leave-cases.ts';
import { MatchCase } from './match-case.ts';
import { OfferNext } from './offer-next.ts';
import { OfferRepository } from './offer.repository.ts';
import { PlayRouting } from './play.ts';
import { RoutedFilters } from './routed-filters.ts';
import { RoutingAgentRepository } from './routing-agent.repository.ts';
import { RoutingBoardQueries } from './routing-board.queries.ts';
import { RoutingRealtime } from './routing.realtime.ts';
import { RoutingSettingsRepository } from './routing-settings.repository.ts';
import { RoutingStateQueries } from './routing-state.queries.ts';
import { SetAbsence } from './set-absence.ts';
import { SuccessorQueries } from './successor.queries.ts';
import { TellRouting } from './tell-routing.ts';

export { AgentSettingsRepository } from './agent-settings.repository.ts';
export { AvailableAgents, type AvailableAgent } from './available-agents.queries.ts';
export { KeepRouting } from './keep-routing.ts';
export { OfferNext } from './offer-next.ts';
export { RoutingController } from './routing.controller.ts';

/** What the module provides for routing. */
export const ROUTING_PROVIDERS = [
  ...[
    AcceptOffer,
    AgentSettingsRepository,
    AvailableAgents,
    CaseToGiveQueries,
    ChangeRouting,
    DeclineOffer,
    ExpireOffers,
  ],
  ...[FrontOfQueue, KeepRouting, LeaveCases, MatchCase, OfferNext, OfferRepository, PlayRouting, RoutedFilters],
  ...[RoutingAgentRepository, RoutingBoardQueries, RoutingRealtime, RoutingSettingsRepository, RoutingStateQueries],
  ...[AbsenceRepository, BeginAbsences, SetAbsence, SuccessorQueries, TellRouting],
];
