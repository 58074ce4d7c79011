import { Injectable } from '@nestjs/common';
import type { Network } from '@bureau/contracts';
import { FacebookSignIn } from '../../facebook/facebook-sign-in.ts';
import { XSignIn } from '../../x/x-sign-in.ts';
import type { SignIn } from './sign-in.ts';

/** How people sign in at each network. */
@Injectable()
export class SignIns {
  private readonly all: Record<Network, SignIn>;

  constructor(x: XSignIn, facebook: FacebookSignIn) {
    this.all = { x, facebook };
  }

  of(network: Network): SignIn {
    return this.all[network];
  }
}
