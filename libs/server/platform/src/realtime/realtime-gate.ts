export interface RealtimeActor {
  userId: number;
  /** Ends with it: `RealtimePublisher.disconnect({ sessionId })`. */
  sessionId: string;
}

/** What only features know. The api role provides it; realtime asks again every minute. */
export abstract class RealtimeGate {
  /** The signed-in user behind the handshake's `Cookie` header, or null. */
  abstract authenticate(cookieHeader: string | undefined): Promise<RealtimeActor | null>;

  abstract mayJoin(actor: RealtimeActor, room: string): Promise<boolean>;
}
