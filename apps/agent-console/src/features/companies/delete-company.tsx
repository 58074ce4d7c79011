import { companiesApi } from '@bureau/contracts';
import type { Company } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { ConfirmDialog, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { companiesWords } from './companies.words.ts';

const words = companiesWords.deleting;

export interface DeleteCompanyProps {
  company: Company;
  onClose: () => void;
  onDeleted: () => void;
}

/** Nothing brings a company back: says what goes and what stays, then deletes it. */
export function DeleteCompany({ company, onClose, onDeleted }: DeleteCompanyProps) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const remove = useCommand(companiesApi.delete, {
    onSuccess: () => {
      toasts.show({ text: words.done(company.name) });
      onDeleted();
      void queries.invalidateQueries({ queryKey: keyOf(companiesApi.list) });
    },
    onError: (error) => toasts.show({ tone: 'danger', text: words.failed, detail: problemText(error) }),
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => remove.mutate({ params: { companyId: company.id } })}
      isPending={remove.isPending}
      title={words.title(company.name)}
      losses={words.losses(company.customerCount)}
      confirmLabel={words.confirm}
    >
      <p>{words.safe}</p>
    </ConfirmDialog>
  );
}
