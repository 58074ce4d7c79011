import { Global, Module } from '@nestjs/common';
import { CustomFieldRepository } from './custom-field/custom-field.repository.ts';
import { CustomerRepository } from './customer/customer.repository.ts';
import { CustomersController } from './customer/customers.controller.ts';

@Global()
@Module({
  controllers: [CustomersController],
  providers: [CustomFieldRepository, CustomerRepository],
  exports: [CustomFieldRepository, CustomerRepository],
})
export class CustomersModule {}
