import { CheckStep, mailboxesApi, MailboxCheck } from '@bureau/contracts';
import type { CheckMailbox } from '@bureau/contracts';
import { useClient } from '@bureau/client';
import { useEffect, useRef, useState } from 'react';
import { problemText } from '../../plain/problem-words.ts';

export interface CheckProgress {
  /** Those that are known, in their order. */
  steps: readonly CheckStep[];
  isRunning: boolean;
  /** The whole answer, when all is done. */
  answer: MailboxCheck | null;
  /** Why there is no answer: the desk refused, or is away. */
  error: string | undefined;
}

const idle: CheckProgress = { steps: [], isRunning: false, answer: null, error: undefined };

/** A check of mail servers whose steps appear as they are known. Another one, or leaving, ends the one before. */
export function useCheck() {
  const client = useClient();
  const running = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState(idle);
  useEffect(() => () => running.current?.abort(), []);

  const forget = () => {
    running.current?.abort();
    setProgress(idle);
  };
  const run = async (body: CheckMailbox): Promise<MailboxCheck | null> => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setProgress({ ...idle, isRunning: true });
    const heard: { answer: MailboxCheck | null } = { answer: null };
    const onLine = (line: unknown) => {
      const step = CheckStep.safeParse(line);
      if (step.success) setProgress((before) => ({ ...before, steps: [...before.steps, step.data] }));
      else heard.answer = MailboxCheck.parse(line);
    };
    try {
      await client.lines(mailboxesApi.check, { body }, { signal: mine.signal, onLine });
      setProgress((before) => ({ ...before, isRunning: false, answer: heard.answer }));
    } catch (error) {
      if (mine.signal.aborted) return null;
      setProgress((before) => ({ ...before, isRunning: false, error: problemText(error) }));
    }
    return heard.answer;
  };
  return { ...progress, run, forget };
}
