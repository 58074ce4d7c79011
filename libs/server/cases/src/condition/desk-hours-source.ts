import { Injectable } from '@nestjs/common';
import { conditionsIn, type ConditionGroup } from '@bureau/contracts';
import { openHoursOf, type DeskHours } from '@bureau/domain';

/** The fields that ask for the hours of brands. */
const ASKS_FOR_HOURS = /^(?:case|message)\.businessHours/;

const wholeDay = [{ from: '00:00', to: '24:00' }];
/** A desk that nobody has told its hours never closes. */
const ALWAYS: DeskHours = {
  standard: openHoursOf({ timeZone: 'UTC', week: Array.from({ length: 7 }, () => wholeDay), specialDays: [] }),
  standardBrandIds: [],
  exceptions: [],
};

/** When the brands are open, as conditions ask it. Whatever keeps the calendars declares how they are read. */
@Injectable()
export class DeskHoursSource {
  private reader: () => Promise<DeskHours> = () => Promise.resolve(ALWAYS);

  declare(reader: () => Promise<DeskHours>): void {
    this.reader = reader;
  }

  read(): Promise<DeskHours> {
    return this.reader();
  }

  /** For `Asking`, what these conditions need: nothing when they do not ask for it, so that nothing is read. */
  async of(conditions: ConditionGroup): Promise<{ businessHours?: DeskHours }> {
    const asks = conditionsIn(conditions).some(({ field }) => ASKS_FOR_HOURS.test(field));
    return asks ? { businessHours: await this.read() } : {};
  }
}
