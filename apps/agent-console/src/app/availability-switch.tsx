import { Switch } from '@bureau/ui';
import { railWords as words } from './rail.words.ts';
import { useAvailability } from './use-availability.ts';

/** Whether routing hands me new cases. */
export function AvailabilitySwitch() {
  const { isAvailable, setAvailable } = useAvailability();
  return (
    <div className="rail-availability" title={words.availabilityHelp}>
      <Switch isSelected={isAvailable} onChange={setAvailable}>
        {isAvailable ? words.available : words.away}
      </Switch>
    </div>
  );
}
