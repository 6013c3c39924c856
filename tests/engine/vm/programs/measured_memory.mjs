// measureMemory tells what each context's objects take.
import vm from 'node:vm';

const shape = (value) => Array.isArray(value) ? value.map(shape) : typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)])) : typeof value;
const summary = await vm.measureMemory({ execution: 'eager' });
console.log(shape(summary));
const others = [vm.createContext({ weight: new Array(1e4).fill('x') }), vm.createContext({})];
const detailed = await vm.measureMemory({ mode: 'detailed', execution: 'eager' });
console.log(shape(detailed));
console.log(detailed.other.length === others.length, detailed.total.jsMemoryEstimate > 0);
for (const options of [{ mode: 'all' }, { execution: 'now' }, { mode: 1 }, 'eager', null]) {
  try {
    await vm.measureMemory(options);
    console.log('measured');
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
