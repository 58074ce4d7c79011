import { Banner } from '@bureau/ui';
import { useState } from 'react';
import { CodeStep } from './code-step.tsx';
import { PasswordStep } from './password-step.tsx';
import { signInWords as words } from './sign-in.words.ts';
import { WayIn } from './way-in.tsx';

/** Lets somebody in, at the very place where she was or wanted to be. */
export function SignInPage({ isAgain }: { isAgain: boolean }) {
  const [email, setEmail] = useState('');
  const [challenge, setChallenge] = useState<string | null>(null);
  const [wasTooLate, setWasTooLate] = useState(false);
  const startOver = (late: boolean) => {
    setChallenge(null);
    setWasTooLate(late);
  };

  if (challenge !== null) {
    return (
      <WayIn title={words.code.title}>
        <CodeStep challenge={challenge} onTooLate={() => startOver(true)} onBack={() => startOver(false)} />
      </WayIn>
    );
  }
  return (
    <WayIn title={isAgain ? words.again : words.title}>
      {isAgain && <Banner>{words.kept}</Banner>}
      {wasTooLate && <Banner tone="caution">{words.code.tooLate}</Banner>}
      <PasswordStep email={email} onEmail={setEmail} onCodeRequired={setChallenge} />
    </WayIn>
  );
}
