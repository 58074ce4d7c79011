import './routing.css';
import type { Channel, RoutingOffer } from '@bureau/contracts';
import { Button, Icon } from '@bureau/ui';
import type { IconName } from '@bureau/ui';
import { useEffect, useRef, useState } from 'react';
import { routingWords as words } from '../../pieces/routing/index.ts';
import { useWaits } from './use-waits.ts';

export interface OfferBarProps {
  offer: RoutingOffer;
  /** Whose cases are accepted by themselves sees it only pass by. */
  isAccepting: boolean;
  onAccept: () => void;
  onDecline: () => void;
  /** The time is over. */
  onOver: () => void;
}

/** A case that is offered: who, what, why, and how long. It covers no writing and takes no key from whoever writes. */
export function OfferBar({ offer, isAccepting, onAccept, onDecline, onOver }: OfferBarProps) {
  const seconds = useSecondsLeft(offer, onOver);
  const waits = useWaits();
  const accept = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isWriting()) accept.current?.focus();
  }, [offer.id]);
  const { subject, customer, channel } = offer.case;
  const title = subject || words.noSubject;
  return (
    <section className="routing-offer" aria-label={words.offer}>
      <p className="bu-hidden" role="alert">
        {words.announce(title, customer.name, offer.secondsLeft)}
      </p>
      <div className="routing-offer-words">
        <p className="routing-offer-who">
          <Icon name={icons[channel]} />
          <strong className="bu-truncate">{customer.name}</strong>
          <span className="routing-offer-time bu-figures" role="timer" aria-label={words.timeLeft}>
            {words.secondsLeft(seconds)}
          </span>
        </p>
        <p className="routing-offer-subject bu-truncate">{title}</p>
        <p className="routing-offer-why">{words.why(offer.reasons, waits)}</p>
      </div>
      <div className="routing-offer-buttons">
        <Button ref={accept} variant="primary" isPending={isAccepting} onPress={onAccept}>
          {words.accept}
        </Button>
        <Button variant="quiet" isDisabled={isAccepting} onPress={onDecline}>
          {words.decline}
        </Button>
      </div>
      <span
        className="routing-offer-left"
        aria-hidden="true"
        style={{ inlineSize: `${(100 * seconds) / Math.max(offer.secondsLeft, 1)}%` }}
      />
    </section>
  );
}

const icons: Record<Channel, IconName> = {
  email: 'mail',
  phone: 'phone',
  chat: 'chat',
  twitter: 'x',
  facebook: 'facebook',
  qna: 'question',
};

/** Counted from when the offer was heard of, by the desk's measure: the reader's clock may be wrong. */
function useSecondsLeft({ id, secondsLeft }: RoutingOffer, onOver: () => void): number {
  const [left, setLeft] = useState(secondsLeft);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    const until = performance.now() + secondsLeft * 1000;
    const look = () => {
      const seconds = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) over.current();
    };
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [id, secondsLeft]);
  return left;
}

function isWriting(): boolean {
  return document.activeElement?.matches('textarea, input, [contenteditable="true"]') ?? false;
}
