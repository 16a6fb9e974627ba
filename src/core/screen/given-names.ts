/** Given names that are common where such partnerships work, so that a name without a title can be told from a place or a service. */
const NAMES = `
Aaron Abbas Abdul Abdullah Abdi Abebe Abigail Adaeze Adam Adele Aditi Adrian Adriana Agnes Agnieszka Ahmad Ahmed Aidan Aileen Aisha Aisling Ajay Akira
Alan Alana Alasdair Albert Alejandra Alejandro Aleksandra Alex Alexander Alexandra Alexis Alfred Ali Alice Alicia Alina Alison Alistair Allan Allison Alma
Amadou Amal Amanda Amara Amber Amelia Amina Aminata Amir Amit Amy Ana Anahera Anaïs Andre André Andrea Andreas Andrei Andrew Andrzej Aneeka Angela Angelina
Angus Anh Anika Anil Anita Anjali Ann Anna Anne Annette Annie Anthony Antoine Antonio Anwar Aoife Aparna Apirana Arash Archie Ariana Arjun Arnold Aroha Arthur Arun
Asha Ashley Asif Astrid Atefeh Audrey Aurora Ava Ayaan Ayesha Ayodele Aziz Bahar Barbara Barry Bartosz Basil Beatrice Beatriz Belinda Ben Benjamin Bernadette
Bernard Beth Bethany Betty Beverley Beverly Bilal Billy Binh Bo Bob Bonnie Brad Bradley Brandon Brayden Brenda Brendan Brett Brian Bridget Brittany Bronwyn Bruce
Bryan Caleb Callum Cameron Camila Camille Candice Carl Carla Carlos Carmel Carmen Carol Caroline Carolyn Casey Cassandra Catherine Cathy Cecilia Celeste Chandra
Chantal Charlene Charles Charlie Charlotte Chelsea Chen Cheryl Chidi Chinedu Chloe Chloé Chris Christina Christine Christopher Ciara Cindy Claire Clara Clare Claudia Clement
Clifford Clive Colin Colleen Connor Consuelo Corey Courtney Craig Cristina Curtis Cynthia Daisy Daljit Damian Damien Dan Dana Daniel Daniela Danielle Danny Darlene
Darren Daryl Dave David Dawn Dean Deborah Debbie Deepa Deepak Deirdre Delia Denise Dennis Deng Derek Desmond Devon Diana Diane Diego Dimitri Dinh Dolores Dominic
Donald Donna Doreen Doris Dorothy Douglas Duc Duncan Dung Dwayne Dylan Earl Ebony Eddie Edith Edna Eduardo Edward Edwin Eileen Elaine Elena Eleanor Eli Elias Elijah
Elisa Elise Eliza Elizabeth Ella Ellen Ellie Elsie Emeka Emerson Emilia Emily Emma Emmanuel Enrique Eric Erica Erik Erin Ernest Esme Esperanza Esther Ethan Ethel
Eugene Eun-ji Eva Evan Eve Evelyn Ewa Ezra Fadi Faisal Farah Farhad Farid Farida Fatima Fatemeh Fatuma Fay Faye Felicity Felix Femi Fernando Fetu Fiona Flora Florence
Folake Frances Francesca Francis Francisco Frank Fred Freda Frederick Gabriel Gabriela Gareth Garry Gary Gavin Gayle Gemma Geoff Geoffrey George Georgia
Georgina Gerald Gerard Ghazal Giang Gillian Gina Giorgos Giovanni Giuseppe Gladys Glen Glenda Glenn Gloria Glynis Gordon Grace Graeme Graham Grant Greg Gregory Greta Grzegorz
Guadalupe Guillermo Gulnaz Gurpreet Gus Guy Gwen Habiba Hadiza Haile Hamid Hamza Hana Hanh Hannah Harjit Harold Harpreet Harriet Harry Hassan Hayden Hazel Heather Hector
Heidi Helen Helena Hemi Henry Hilary Hiroshi Hoa Holly Hone Hong Hung Hussein Huong Ian Ibrahim Ida Idris Igor Ikram Imani Imelda Imran Ines Inés Ingrid Irene Iris Irina
Isaac Isabel Isabella Isabelle Isaiah Isla Ismail Ivan Ivy Jack Jackie Jacob Jacqueline Jade Jaden Jai Jaime Jake Jamal James Jamie Jan Jana Jane Janelle Janet Janice
Janine Jared Jarrah Jason Jasmin Jasmine Jasper Javier Jay Jayden Jean Jeanette Jedda Jeff Jeffrey Jemima Jennifer Jenny Jeremy Jermaine Jerome Jess Jesse Jessica
Jesús Jill Jillian Jim Jimmy Jing Jitendra Joan Joanna Joanne João Jodie Joe Joel John Johnny Jolene Jon Jonah Jonathan Jordan Jorge José Josefina Joseph Josephine
Josh Joshua Josie Joy Joyce Juan Juanita Judith Judy Julia Julian Julie Juliet June Justin Kahu Kai Kamal Kamala Kamran Karen Karim Karl Karla Kasia Kate
Katherine Kathleen Kathryn Kathy Katie Katarzyna Kavita Kay Kayla Keisha Keith Kelly Kelvin Ken Kendra Kenneth Kenji Kerry Kevin Khadija Khadra Khalid Khanh Kiera
Kim Kimberley Kimberly Kiran Kiri Kirra Kirsten Kirsty Kofi Krishna Kristina Kumar Kwame Kwabena Kyle Kylie Lachlan Laila Lakshmi Lan Lara Larissa Larry Latisha Latoya
Laura Lauren Laurence Lavinia Lawrence Layla Leah Lee Leila Lena Leo Leon Leonard Leonie Leroy Leslie Lewis Liam Lian Lidia Lien Lila Lily Lillian Lin Linda Linh Lindsay Lisa
Liv Liz Lloyd Logan Lois Loretta Lorna Lorraine Louis Louisa Louise Luca Lucas Lucia Lucía Lucinda Lucy Luis Luisa Lukasz Łukasz Luke Lupe Lydia Lyn Lynette Lynn Mabel
Madeleine Madison Maeve Mahmoud Mai Maia Malak Malcolm Malia Malika Mana Mandy Manjit Manoj Manuel Marama Marc Marcel Marcia Marco Marcus Marek Margaret Margarita
Maria María Mariam Marian Marianne Marie Marilyn Mario Marion Marisol Marjorie Marko Marlene Marlon Martha Martin Marvin Mary Maryam Mateo Mateusz Mathilde Matilda
Matthew Maureen Maurice Mavis Max Maya Megan Mehdi Mei Meera Melanie Melissa Mere Mercedes Mercy Meredith Mia Micah Michael Michaela Michelle Miguel Mihi Mikaere
Mike Mila Milan Milena Miles Millicent Mina Minh Miranda Miriam Mirjana Mitchell Mohamed Mohammad Mohammed Mohan Moira Moana Molly Mona Monica Monique Morgan Muhammad
Muriel Mustafa Myra Nabil Nada Nadia Nadine Nam Nancy Naomi Narelle Nasir Nasreen Nasrin Natalia Natalie Natasha Nathan Neha Neil Nell Nerida Nga Ngaire Ngoc Nguyet
Niamh Nicholas Nick Nicola Nicole Nigel Nikhil Nikita Nina Nira Nisha Nkechi Noah Noel Noor Nora Noreen Norma Norman Nour Nuala Nyibol Obinna Odette Olga Oliver Olive Olivia
Oluwaseun Omar Oscar Osman Otis Owen Pablo Padma Paige Pamela Pania Paola Parisa Parveen Pat Patience Patricia Patrick Paul Paula Pauline Pavel Pearl Pedro
Peggy Penelope Penny Percy Perla Peter Petra Phil Philip Phillip Philippa Phoebe Phuong Phyllis Pierre Piotr Pita Polly Prakash Pranav Priscilla Priya Quang Quentin Quynh
Rachael Rachel Rafael Raelene Rahim Rahul Raj Rajesh Ralph Ramesh Ramón Rana Randall Rangi Rania Ranjit Raquel Rashid Raul Ravi Raymond Reba Rebecca Reece Reema Reg Reggie
Regina Rehana Renata René Renee Renée Reuben Rewi Rex Reza Rhonda Ricardo Richard Rick Ricky Rita Riya Rob Robert Roberta Roberto Robin Robyn Rochelle Rodney
Roger Rohan Roland Roman Ron Ronald Ronnie Rory Rosa Rosalind Rosario Rosemary Rosie Ross Roxanne Roy Ruby Rukhsana Ruth Ryan Sabina Sabrina Sadia Safiya Said Saima Sakura
Sally Salma Salim Sam Samantha Samina Samir Samira Samuel Sana Sandeep Sandra Sangeeta Sanjay Santiago Sara Sarah Sasha Saskia Saul Savannah Scott Sean Seán Sebastian
Selam Selina Serena Sergei Seung-min Shabnam Shane Shanice Shannon Sharon Shaun Shauna Sheila Shelley Sheree Sherry Shirley Shona Sibusiso Siddharth Sienna Silvia Simon Simone
Sina Sinéad Siobhan Siobhán Sione Sipho Sita Skye Sofia Sofía Sokha Solomon Sonia Sophia Sophie Soraya Spencer Stacey Stan Stanley Stella Stephanie Stephen Steve
Steven Stuart Sue Suliana Sulaiman Sunil Sunita Surinder Susan Susanna Suzanne Sven Sylvia Tadeusz Taika Talia Tama Tamara Tamika Tania Tanya Tara Tariq Tasha Taufa
Tayla Taylor Teresa Terence Terrence Terri Terry Tessa Thandiwe Thanh Thea Thelma Theodore Theresa Thi Thomas Thuy Tiana Tiffany Tim Timothy Tina Tobias Todd Tom Tomás Tomasz
Toni Tony Tracey Tracy Travis Trevor Trinh Trish Tristan Troy Trudy Tuan Tui Tyler Tyrone Uma Ursula Usha Valentina Valerie Van Vanessa Vera Vernon Veronica Vicki
Vicky Victor Victoria Vijay Vikram Vincent Viola Violet Virginia Vivian Vivienne Vlad Vladimir Wahid Wai Wallace Walter Wanda Warren Wayne Wei Wendy Wes Wesley
Whetu Wilfred William Wilma Winifred Winnie Winston Wiremu Xavier Xiao Xin Yan Yasmin Yasmine Ying Yolanda Youssef Yuki Yusuf Yvette Yvonne Zac Zach Zachary Zahra Zainab
Aaliyah Ashleigh Bianca Blake Brooke Bronte Bryce Callan Cody Dakota Darius Deshawn Destiny Gwendolyn Jaxon Kaylee Keanu Keira Kyra Lamar LaToya Leilani Marquis Mackenzie Nevaeh Shaniqua Tanika Tyrell Tyson Zayden
Aarav Ananya Arvind Balwinder Baljit Gurdeep Harinder Jaspreet Kuldeep Lalita Manpreet Navdeep Neelam Nirmala Parminder Pooja Radha Rajinder Rani Rekha Rupinder Sarita Satnam Savita Shanti Simran Sukhdeep Sushila Swati Tejinder Vandana Vinod
Abdel Abdulrahman Ameera Azadeh Bashir Bibi Behrouz Dalia Farzana Fereshteh Ghulam Hafsa Hala Hanan Haroon Hossein Huda Ilham Iman Intisar Jalal Jamila Karima Kaveh Lubna Mahnaz Majid Maha Marwa Masood Maysoon Mehrdad Mitra Mohsen Muna Munir Nabila Nadeem Nahid Najib Nargis Nasima Navid Nazanin Nilofar Noura Omid Parwin Qasim Rabia Rahima Rashida Rima Roya Sahar Saleh Samia Sami Sayed Setareh Shaima Shirin Siavash Sohrab Souad Suhaila Tahira Tala Walid Wafa Yahya Yousef Zaki Zohra Zulfiqar
Abena Abiola Achol Adama Adebayo Adjoa Afua Akosua Akua Ama Awa Ayen Babajide Binta Chiamaka Chioma Deng Ebele Efua Ekow Fatou Folasade Funmi Gatluak Garang Godfrey Hawa Ifeoma Jelani Kehinde Kojo Makena Mamadou Mandla Mariama Moussa Ngozi Nomsa Nyandeng Ousmane Rutendo Sekou Tafadzwa Taiwo Tendai Thabo Thandi Wanjiru Yaw Zanele Zola
Akiko Bao Cuong Feng Haruto Hiroko Hoang Hui Jia Jun Kyung Lei Ling Naoko Ngan Phuc Qing Quan Shu Thao Tien Trang Tuyet Vinh Wen Xia Xuan Yen Yong Yoko Yun
Aleksei Anastasia Bogdan Bohdan Boris Danuta Darya Dmitri Edyta Gosia Halina Hanna Iwona Jadwiga Jaroslav Jerzy Jolanta Kateryna Krystyna Ksenia Larysa Lech Ludmila Lyudmyla Maciej Magdalena Marta Mykola Natalya Oksana Oleksandr Olena Ondrej Pawel Paweł Slavko Snezana Stanislav Svetlana Taras Tatiana Tomislav Vaclav Valentyna Vasyl Vesna Wojciech Yana Yaroslav Yulia Yuri Zdenka Zoran Andreea Cosmin Cristian Florin Gheorghe Ioana Mihai Mihaela Nicoleta Radu Răzvan Simona Ștefan Vasile
Alba Araceli Aurelio Blanca Catalina Concepción Efraín Emilio Ernesto Esteban Fabiola Fidel Gerardo Graciela Hernán Hilda Hugo Ignacio Irma Isidro Joaquín Josefa Julio Leticia Lourdes Luz Manuela Marcela Maricela Maribel Mayra Milagros Nelson Nieves Oswaldo Pilar Rigoberto Rocío Rodrigo Rosaura Ruben Salvador Socorro Soledad Teresita Xiomara Ximena Yesenia
Aperahama Ariki Filipo Hine Hinemoa Hohepa Ihaia Ioane Kahurangi Kingi Lani Malakai Manaia Manu Matiu Meihana Mele Mereana Ngaio Ngahuia Paora Petelo Rawiri Rongo Salote Semisi Siaosi Sefina Tane Taine Tamati Tevita Tiare Turei Waimarie Whina Alkira Lowanna Marlee Tarni Yindi Cheyenne Winona
Agatha Arlene Archibald Avis Beryl Blanche Cecil Cedric Clarence Cora Cyril Edgar Edmund Edwina Elmer Elvira Enid Ernie Eunice Fergus Floyd Geraldine Gertrude Gilbert Gwenda Hattie Herbert Herman Hester Hubert Ivor Jessie Josiah Lester Lionel Lottie Lucille Luther Mae Maggie Marguerite Maude Merle Mildred Millie Minnie Moses Myrtle Nellie Nettie Noelene Olwen Opal Oswald Percival Queenie Reginald Roslyn Rowena Rufus Rupert Sadie Selwyn Sid Sidney Sybil Ted Thaddeus Una Verna Vince Wilbur Wilhelmina Willie Zelma
Addison Aiden Alyssa Amelie Aria Asher Ashton Bailey Beau Bella Blair Brody Brooklyn Carter Cassidy Darcy Dominique Dustin Edie Eloise Felicia Finlay Finn Flynn Freya Hallie Harley Harper Harvey Hudson Imogen Isobel Jett Jocelyn Jorja Kaitlyn Kane Keeley Kelsey Krystal Kurt Lana Leanne Levi Lexi Lola Luna Maisie Marley Mason Mikayla Nate Neve Nikki Orla Paisley Parker Peyton Piper Poppy Quinn Raven Reid Riley Rowan Rylee Sawyer Shania Shayla Skylar Sonny Stefan Tate Teagan Theo Tilly Toby Trent Tylah Wyatt Willow Zander Zane
Bev Bill Bobby Cath Cathy Chuck Deb Des Dot Ernst Gail Gert Hank Jenna Jo Kev Len Marnie Mick Nat Ray Rick Sal Stu Tess Val Viv Winifred
Chantelle Chantel Danika Leticia Roberto Damon Stanley Mustapha Nikolai Ludmilla Teuila Sefa Lani Mele Aroha Kiri Hemi Tipene Jaymee Kayleigh Kirsten Shantelle Shanelle Sharelle Tahlia Tarsha Tegan Tenille Trinity Tarquin Jarrod Jarred Brayden Braydon Jaidyn Kaiden Zoltan Vasilis Stavros Eleni Despina Panagiotis Spiros Angelo Rocco Carmela Concetta Domenico Salvatore Assunta
Zara Zeinab Zelda Zeynep Zhang Zoe Zoë Zofia Zoya Zubair`

const known = new Set(NAMES.trim().split(/\s+/))
/** Whether a word is a given name that many people have. */
export const isGivenName = (word: string): boolean => known.has(word)

const FAMILIES = `
Nguyen Nguyễn Tran Trần Pham Phạm Hoang Huynh Phan Vu Vo Dang Bui Duong Ngo Ly Singh Kaur Sandhu Gill Dhillon Grewal Patel Shah Sharma Gupta Kumar Khan Ahmed Hussain Hussein Hassan Mohamed Mohammed Begum Ali Rahman Chowdhury Iqbal Malik Akhtar Karimi Rezaei Ahmadi Hosseini Haidari Nazari Mohammadi Rahimi Yusuf Osman Abdi Warsame Farah Okafor Okonkwo Adeyemi Bello Eze Mensah Owusu Asante Boateng Achebe Banda Moyo Ncube Majok Deng Akol Garang Smith Jones Williams Brown Taylor Wilson Johnson Davies Evans Thomas Roberts Walker Wright Robinson Thompson Hughes Edwards Clarke Jackson Harris Lewis Martin Cooper Ward Morris Baker Turner Carter Mitchell Phillips Campbell Murphy Kelly Ryan Byrne Walsh Doyle Gallagher Kennedy MacDonald McDonald McIntyre McKenzie Mackenzie Stewart Robertson Fraser Ross Reid Murray Gordon Cameron Ferguson Garcia García Rodriguez Rodríguez Martinez Martínez Hernandez Hernández Lopez López Gonzalez González Perez Pérez Sanchez Sánchez Ramirez Ramírez Torres Flores Rivera Gomez Gómez Diaz Díaz Reyes Morales Cruz Ortiz Ortega Gutierrez Chavez Ramos Mendoza Alvarez Castillo Vargas Castro Santos Silva Ferreira Costa Pereira Oliveira Wong Chan Chen Chang Wang Zhang Liu Yang Huang Zhao Wu Zhou Xu Lin Kim Park Choi Jung Kang Tanaka Suzuki Sato Yamamoto Kowalski Kowalska Nowak Wiśniewski Wójcik Lewandowski Novak Horvat Petrović Jovanović Popescu Ionescu Popov Ivanov Ivanova Petrov Shevchenko Kovalenko Bondarenko Papadopoulos Rossi Russo Esposito Tremblay Gagnon Roy Côté Bouchard Gauthier Morin Lavoie Fortin Gagné Leblanc Tuala Leota Faleafa Tupou Vaka Fonoti Latu Walker Tamihana Ropata Parata Ngata Henare Rangihuna Cardinal Whitebear Redsky Beardy Crow Schmidt Müller Schneider Fischer Weber Meyer Wagner Becker`

const families = new Set(FAMILIES.trim().split(/\s+/))
/** Whether a word is a family name that many people have. */
export const isFamilyName = (word: string): boolean => families.has(word)
