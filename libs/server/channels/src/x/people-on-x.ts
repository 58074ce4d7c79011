import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { NetworkFailure } from '../social/network-failure.ts';
import { XClients } from './x-client.ts';

/** Somebody on X, and how an account of ours stands to him. */
export interface PersonOnX {
  externalId: string;
  handle: string;
  name: string;
  followers: number | null;
  verified: boolean;
  avatarUrl: string | null;
  isFollowed: boolean;
  takesMessages: boolean;
}

/** The client knows no name for the relations of a person yet. */
const Answer = z.object({
  data: z
    .object({
      id: z.string(),
      username: z.string(),
      name: z.string().catch(''),
      verified: z.boolean().catch(false),
      profile_image_url: z.string().nullable().catch(null),
      public_metrics: z.object({ followers_count: z.number().int() }).nullable().catch(null),
      connection_status: z.array(z.string()).catch([]),
      receives_your_dm: z.boolean().catch(false),
    })
    .optional(),
});

const FIELDS = 'id,name,username,verified,profile_image_url,public_metrics,connection_status,receives_your_dm';

/** People on X by their handles. All methods throw NetworkFailure and AccountUnavailable. */
@Injectable()
export class PeopleOnX {
  constructor(private readonly clients: XClients) {}

  /** Null when nobody is called so. */
  async find(accountId: number, handle: string): Promise<PersonOnX | null> {
    const query = { 'user.fields': FIELDS };
    const path = `users/by/username/${encodeURIComponent(handle)}`;
    const answer = await this.clients
      .ask(accountId, async (client) => Answer.parse(await client.v2.get<unknown>(path, query)))
      .catch((error: unknown) => {
        if (error instanceof NetworkFailure && error.kind === 'gone') return { data: undefined };
        throw error;
      });
    const { data } = answer;
    return data
      ? {
          ...{ externalId: data.id, handle: data.username, name: data.name, verified: data.verified },
          ...{ followers: data.public_metrics?.followers_count ?? null, avatarUrl: data.profile_image_url },
          isFollowed: data.connection_status.includes('following'),
          takesMessages: data.receives_your_dm,
        }
      : null;
  }

  /** Once more changes nothing. */
  async follow(accountId: number, { own, externalId, on }: { own: string; externalId: string; on: boolean }) {
    await this.clients.ask(accountId, async ({ v2 }) => {
      if (on) await v2.follow(own, externalId);
      else await v2.unfollow(own, externalId);
    });
  }
}
