import { Refused } from '../../service/call.ts';

/** As the token endpoint refuses: OAuth's own shape of an error. */
export function refused(error: string, error_description: string, status = 400): Refused {
  return new Refused({ status, json: { error, error_description } });
}
