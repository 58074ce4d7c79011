import { CHANNELS } from './channels.ts';
import type { Channel, RoutingCapacity } from '@bureau/contracts';
import { TextField } from '@bureau/ui';
import { routingWords } from '../../pieces/routing/index.ts';

/** How many of each channel, as it is typed; empty: as the desk has it. */
export type TypedCapacity = Record<Channel, string>;

export function typedCapacity(capacity: Partial<RoutingCapacity>): TypedCapacity {
  const typed = (channel: Channel) => String(capacity[channel] ?? '');
  return {
    email: typed('email'),
    phone: typed('phone'),
    chat: typed('chat'),
    twitter: typed('twitter'),
    facebook: typed('facebook'),
    qna: typed('qna'),
  };
}

/** What is typed; what is no figure stays none, for the check to refuse. */
export function capacityOf(typed: TypedCapacity): Partial<RoutingCapacity> {
  return Object.fromEntries(
    CHANNELS.flatMap((channel) => (typed[channel].trim() === '' ? [] : [[channel, Number(typed[channel])]])),
  );
}

export interface CapacityFieldsProps {
  title: string;
  help: string;
  value: TypedCapacity;
  placeholderOf?: (channel: Channel) => string;
  onChange: (value: TypedCapacity) => void;
  errorOf: (path: string) => string | undefined;
}

/** A small field for each channel. */
export function CapacityFields({ title, help, value, placeholderOf, onChange, errorOf }: CapacityFieldsProps) {
  return (
    <fieldset className="routing-capacity">
      <legend>{title}</legend>
      <p className="routing-quiet">{help}</p>
      <div className="routing-capacity-fields">
        {CHANNELS.map((channel) => (
          <TextField
            key={channel}
            label={routingWords.channels[channel]}
            inputMode="numeric"
            validationBehavior="aria"
            placeholder={placeholderOf?.(channel)}
            value={value[channel]}
            onChange={(count) => onChange({ ...value, [channel]: count })}
            error={errorOf(`capacity.${channel}`)}
          />
        ))}
      </div>
    </fieldset>
  );
}
