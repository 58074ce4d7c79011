import { routingApi } from '@bureau/contracts';
import type { AgentOrder, CaseOrder, RoutingPolicy } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { Banner, Button, Checkbox, Dialog, Select } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from '../../pieces/form/index.ts';
import { routingPageWords as words } from './routing-page.words.ts';

export interface PolicyDialogProps {
  filterId: number;
  name: string;
  policy: RoutingPolicy;
  onClose: () => void;
}

const CASE_ORDERS: readonly CaseOrder[] = ['priority', 'longest-waiting'];
const AGENT_ORDERS: readonly AgentOrder[] = ['round-robin', 'least-busy'];

/** How the cases of a filter are handed out. */
export function PolicyDialog({ filterId, name, policy, onClose }: PolicyDialogProps) {
  const client = useClient();
  const queries = useQueryClient();
  const save = async (body: RoutingPolicy) => {
    await client.call(routingApi.setPolicy, { params: { filterId }, body });
    await queries.invalidateQueries({ queryKey: keyOf(routingApi.board) });
  };
  const form = useForm({ saved: policy, save, isUnguarded: true });
  const { values, set } = form;
  const submit = async () => {
    if (await form.submit()) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.policyOf(name)}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isPending={form.isSaving} onPress={() => void submit()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="routing-form">
        {form.error && <Banner tone="danger">{form.error}</Banner>}
        <Select
          label={words.caseOrder}
          help={words.caseOrderHelp}
          choices={CASE_ORDERS.map((id) => ({ id, label: words.caseOrders[id] }))}
          value={values.caseOrder}
          onChange={(caseOrder) => set({ caseOrder })}
        />
        <Select
          label={words.agentOrder}
          choices={AGENT_ORDERS.map((id) => ({ id, label: words.agentOrders[id] }))}
          value={values.agentOrder}
          onChange={(agentOrder) => set({ agentOrder })}
        />
        <Checkbox
          isSelected={values.byLastHandler}
          onChange={(byLastHandler) => set({ byLastHandler })}
          help={words.byLastHandlerHelp}
        >
          {words.byLastHandler}
        </Checkbox>
        <Checkbox
          isSelected={values.byLanguage}
          onChange={(byLanguage) => set({ byLanguage })}
          help={words.byLanguageHelp}
        >
          {words.byLanguage}
        </Checkbox>
      </div>
    </Dialog>
  );
}

/** A policy in one line. */
export function policySentence({ caseOrder, agentOrder, byLanguage, byLastHandler }: RoutingPolicy): string {
  return words.policy([
    words.caseOrders[caseOrder],
    words.agentOrders[agentOrder],
    ...(byLastHandler ? [words.short.byLastHandler] : []),
    ...(byLanguage ? [words.short.byLanguage] : []),
  ]);
}
