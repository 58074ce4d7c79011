import { Global, Module } from '@nestjs/common';
import { CustomerRepository } from './customer/customer.repository.ts';
import { CustomersController } from './customer/customers.controller.ts';

@Global()
@Module({ controllers: [CustomersController], providers: [CustomerRepository], exports: [CustomerRepository] })
export class CustomersModule {}
