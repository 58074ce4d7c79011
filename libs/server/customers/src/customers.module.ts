import { Global, Module } from '@nestjs/common';
import { CustomersChangesController } from './changes/changes.controller.ts';
import { ChangeCompany } from './company/change-company.ts';
import { CompaniesController } from './company/companies.controller.ts';
import { CompanyRepository } from './company/company.repository.ts';
import { CustomFieldRepository } from './custom-field/custom-field.repository.ts';
import { CustomFieldsController } from './custom-field/custom-fields.controller.ts';
import { CustomFieldsService } from './custom-field/custom-fields.service.ts';
import { AvatarsController } from './customer/avatars.controller.ts';
import { ChangeCustomer } from './customer/change-customer.ts';
import { CustomerContactRepository } from './customer/customer-contact.repository.ts';
import { CustomerListQueries } from './customer/customer-list.queries.ts';
import { CustomerMergeRepository } from './customer/customer-merge.repository.ts';
import { CustomerRealtime } from './customer/customer.realtime.ts';
import { CustomerRepository } from './customer/customer.repository.ts';
import { CustomersController } from './customer/customers.controller.ts';
import { CustomersQueries } from './customer/customers.queries.ts';
import { MergeCustomers } from './customer/merge-customers.ts';
import { NetworkIdentityRepository } from './customer/network-identity.repository.ts';
import { RecordCustomerChange } from './customer/record-customer-change.ts';
import { SetAvatar } from './customer/set-avatar.ts';
import { UnmergeCustomer } from './customer/unmerge-customer.ts';

@Global()
@Module({
  controllers: [
    CustomersChangesController,
    AvatarsController,
    CompaniesController,
    CustomFieldsController,
    CustomersController,
  ],
  providers: [
    ChangeCompany,
    ChangeCustomer,
    CompanyRepository,
    CustomFieldRepository,
    CustomFieldsService,
    CustomerContactRepository,
    CustomerListQueries,
    CustomerMergeRepository,
    CustomerRealtime,
    CustomerRepository,
    CustomersQueries,
    MergeCustomers,
    NetworkIdentityRepository,
    RecordCustomerChange,
    SetAvatar,
    UnmergeCustomer,
  ],
  exports: [
    ChangeCompany,
    ChangeCustomer,
    CompanyRepository,
    CustomFieldRepository,
    CustomerRepository,
    CustomersQueries,
    MergeCustomers,
    NetworkIdentityRepository,
  ],
})
export class CustomersModule {}
