import type { Provider, Type } from '@nestjs/common';
import { ChangeChatter } from './change-chatter.ts';
import { ChatterPeopleQueries } from './chatter-people.queries.ts';
import { ChatterSettingsRepository } from './chatter-settings.repository.ts';
import { ChatterController } from './chatter.controller.ts';
import { PostRepository } from './post.repository.ts';
import { PostStatusOnCaseFacts } from './post-status.on-case-facts.ts';
import { PostToFeed } from './post-to-feed.ts';

export const CHATTER_CONTROLLERS: Type[] = [ChatterController];
export const CHATTER_PROVIDERS: Provider[] = [
  ...[
    ChangeChatter,
    ChatterPeopleQueries,
    ChatterSettingsRepository,
    PostRepository,
    PostStatusOnCaseFacts,
    PostToFeed,
  ],
];
