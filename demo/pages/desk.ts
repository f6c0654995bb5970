import { Desk } from './desk/desk.js';

const place = document.getElementById('desk');
if (place !== null) void new Desk(place).follow();
