import { Controller } from '@nestjs/common';
import { webFormsApi, type Actor, type RouteCall, type WebFormField } from '@bureau/contracts';
import { Handles } from '@bureau/platform';
import { WriteWebForm } from './write-web-form.ts';

@Controller()
export class WebFormsController {
  constructor(private readonly forms: WriteWebForm) {}

  @Handles(webFormsApi.read)
  read(actor: Actor, { params }: RouteCall<typeof webFormsApi.read>): Promise<{ fields: WebFormField[] }> {
    return this.forms.read(actor, params.brandId);
  }

  @Handles(webFormsApi.write)
  write(actor: Actor, { params, body }: RouteCall<typeof webFormsApi.write>): Promise<{ fields: WebFormField[] }> {
    return this.forms.run(actor, params.brandId, body);
  }
}
