export * from './customer/customer.entity.ts';
export * from './customer/customer.repository.ts';
export * from './customers.module.ts';
