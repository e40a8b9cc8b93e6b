/** Start the pages. */
import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { begin } from './i18n/index.svelte';

begin();
const target = document.getElementById('app');
target?.replaceChildren();
if (target) mount(App, { target });
