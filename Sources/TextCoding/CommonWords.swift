/// The commonest words of Vietnamese newspapers, and the commonest pairs of syllables, most frequent first.
///
/// Stored articles replace each with a code of one or two bytes. They were counted over some thousands of articles,
/// each by the bytes that its code saves. The list must never be changed: a code is an index in it.
enum CommonWords {
    /// The words, each with the preceding space, in the order of their codes.
    static let all = text.utf8.split { $0 <= 0x20 }.map { word in
        [0x20] + word.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
    }

    /// Words are separated by a space or a line break; an underscore represents the space inside a word.
    private static let text = """
        và của là với có ở được ông để đã cho về tại này trong từ khi Việt các bị Mỹ Nam một đến người vào không ngày
        năm trên sẽ những Quốc ra việc cho_biết đó Trung hơn nhiều số phải như làm đi thì lại Nguyễn theo xe Hà do
        tỉnh vì nói đang nhưng nên nước tới mà mới cũng tuổi lên có_thể Bình sự Bộ anh Nga nhà còn Anh thể học cùng bà
        qua hai con khác sau tôi chỉ Nội đường huyện rất Văn dân Trump trước Triều Tiên cao tiền thông_tin trường mình
        khoảng điểm đầu tháng viên đồng sử_dụng em lớn cô tổ_chức hiện nào hoạt_động bằng Tổng_thống khiến cả giá cách
        bộ cho_rằng vụ hay sau_khi biết thêm gần họ xã cơ_quan gây nhân Công_an Thanh án thực_hiện hàng dự_án rằng giờ
        nhất tăng đối_với sinh xây_dựng báo công Đức nhiên thành đầu_tư Bắc hoặc xảy_ra giữa vừa gia_đình tư mua Minh
        vẫn cấp Đông cầu bán tay chưa Sơn cần khu_vực ăn tàu rồi quốc_gia trình điều_tra phát_triển nhận thấy định
        là_một giảm lãnh_đạo Hoàng từng thành_phố động Thái xử_lý tin muốn yêu_cầu bạn Syria mặt tham_gia lực_lượng
        phòng Chủ_tịch Trần đất thời_gian Lê nếu Hải Thị quản_lý chị tự liên_quan tiếp_tục của_các nơi của_mình thuộc
        hệ_thống Hàn quyết_định đây trẻ giới quá lượng dùng gia gì triệu_đồng quyền Theo đặc_biệt Dương doanh_nghiệp
        giúp nay một_số người_dân An chia_sẻ hình thi khẳng_định đều thân lần bỏ trưởng Xuân Nhật phần bàn tỷ_đồng
        loại quận kiểm_tra quy_định Thủ_tướng Kim tính học_sinh quan sống nhằm tiếng gặp nữ ngành xã_hội vấn_đề lý vực
        máy bay sáng nhỏ biển đội Chính_phủ xuống thứ luôn giao_thông nhau đưa cảnh bởi hành độ không_có nhóm Ngọc
        Long công_ty lấy Tây hỗ_trợ đã_có kinh_tế thu quốc_tế ba vốn mất chính của_ông tuyên_bố so_với phát_hiện giải
        máy_bay chủ thế lúc hết hội đơn_vị thường Công Công_ty điện đầu_tiên mức vi_phạm tấn_công chạy hợp sản_xuất
        thương chúng_tôi làm_việc vùng địa_phương chương_trình trong_đó cán_bộ thế_giới đề sang đạt và_các đoàn chức
        bên Quốc_hội mẹ đã_được đạo giao cuộc lời sau_đó tác đánh hôm vàng Thành Đà quân vậy bản chiều mạnh Sở châu
        lớp phía ngoài dưới Quảng chơi Kỳ với_các mang báo_cáo bắt đối_tượng kết_quả thị_trường chức_năng chuyển chiếc
        Trường giữ bé Phú phố cảnh_sát tốt tên_lửa Ban triệu vợ cá khách nghiên_cứu cơ_sở Nẵng điều Giang tài_sản tên
        dài kinh_doanh năng Tuy_nhiên sát gian tình bảo dù Đồng ý của_người thiếu quan_trọng sao thương_mại khả_năng
        cũng_như an_toàn Phương đá quả Tân ai an_ninh chất đúng tâm thủ nó thống chết nặng công_an triển_khai vị chân
        Bản Lan đề_nghị ty Phó đơn quân_sự cá_nhân cho_các Ảnh diễn_ra đặt ảnh_hưởng sở những_người lực lễ nữa tục khó
        chồng công_tác xa chung cơ cho_hay phát Donald ban trang gồm bất_ngờ khu tử Vũ đánh_giá gửi cây luật Phạm Ông
        đưa_ra khá Tuấn pháp mở xuất_hiện lập kế_hoạch bảo_vệ khai phường nạn_nhân Á tỷ sách trở_thành danh phá ảnh
        Quang mọi tất_cả Pháp sông riêng xem hợp_tác đêm tra cho_thấy sản tình_trạng chống tế vũ_khí về_việc cái hộ
        quan_hệ xin đồ vật mạng thông_báo tạo vụ_việc môi_trường xuất Nhà vị_trí trách_nhiệm nam thuế Trong thay_đổi
        đại bệnh cứu Liên không_thể Phòng Ninh chọn đại_diện tiếp ta thuốc Hoà cung_cấp bắt_đầu Các tập hiệu ngân_hàng
        rõ Nhà_nước đây_là phút đoạn sớm dự đồng_thời kiện chuyện nhân_viên bố sinh_viên hoa quán công_nghệ sĩ
        phối_hợp thực vòng dịch tập_trung trung_tâm chính_quyền vệ tiêu tướng ấy cháu Châu Bộ_trưởng Hồ ngay dịch_vụ
        mỗi tượng chất_lượng km lòng tiến_hành đủ trong_khi thời_điểm ngoại đổ kỳ phim trung trận ý_kiến bài trước_khi
        khó_khăn rất_nhiều sức nghiệp hình_ảnh thành_công đảm_bảo giáo_dục kiểm_soát trái sản_phẩm hành_vi đó_là
        công_bố đảo đẹp mẫu chính_sách ít ký du_lịch phân thuê Hồng nội_dung khỏi thí_sinh viện hiệu_quả hoàn_toàn lộ
        sở_hữu cho_người hỏi giả chở cổ nhận_được Bảo khí Linh xác_định thăm yêu giải_quyết dụng đình nguyên nhiệm hoá
        Đảng hạt_nhân mục_tiêu kết thích tối sẽ_được phương chính_thức lao_động là_người Đại chuyên_gia trực_tiếp
        ủng_hộ tổng_thống đáng chỉ_đạo trong_những cửa nhanh vài lửa tài trả Iran đón đông chiến cựu Yên tử_vong trị
        Giám_đốc thể_hiện bất nước_ngoài rút Phúc màu đời nuôi văn quân_đội diện Người không_phải dòng thật mùa môn an
        nước_này phẩm hồ_sơ tai_nạn thời hệ như_vậy Kinh chúng_ta phụ_nữ thông hóa thông_qua Tết cấm thành_viên
        nguyên_nhân hậu áo hôm_nay trọng pháp_luật lưu nhấn_mạnh trong_việc cử phí bình cáo_buộc Khánh khách_hàng Hoa
        vi sai chịu dẫn đóng hạn quan_chức vé đứng bóng nhiệm_vụ Dũng trai nhiều_người hành_động Hương nghi toàn_bộ
        Hùng mưa ghi và_có tổng chúng dự_kiến dầu Hưng Trung_ương này_đã nổ trên_đường với_những kể gọi vô chuẩn_bị ca
        tài_chính mắt quý hiểu một_người tầm Tổng tích Luật nằm giáo bị_cáo Khi miền thiết_kế mọi_người tài_xế
        vào_ngày Nguyên nghe bắn nỗ_lực sư bao nghỉ chuyên Âu giá_trị sâu ôtô bao_gồm tránh trường_hợp nguồn tuần rộng
        toàn năm_nay viết tầng thực_tế Vĩnh phương_tiện Tôi chỗ Nhĩ hướng xem_xét Thuận sẽ_không chi cảnh_báo họp đặc
        giáo_viên nhưng_không đôi nhờ liên_tục quá_trình nhập càng Cục tịch đâu nghĩ xe_máy gần_đây trong_cuộc
        nhà_nước lâu ngồi tìm giám_đốc nghiêm_trọng trong_thời quyết thậm_chí đã_bị áp_dụng phù_hợp tuyến tiến đỏ
        sân_bay làm_rõ biến Mai Nhưng hiện_nay phạt Quốc_phòng căn_cứ Một có_nhiều nhìn sợ ổn_định tái Đình cũng_đã
        vào_năm thường_xuyên tội trời trong_một quay trả_lời tăng_cường Hòa Độ lớn_nhất đốc đầy Thổ liệu độc Tiến
        lý_do song tại_các dễ chính_phủ hại Lý cầm ma_tuý cũng_không phóng gái nợ tấn Phan cố chính_trị giám_sát
        phục_vụ phong trên_địa sự_việc lựa_chọn hợp_đồng kéo_dài chiếm nóng hát Đài đổi khủng_bố đảng cứ trong_các
        điện_thoại cơ_hội nhu_cầu vụ_án theo_quy của_một Bà cắt thức rừng sân biểu hiện_trường nhất_là tức hồ Nhưỡng
        đào_tạo đăng_ký cư khi_đó tuyển đô_thị phạm chờ tiên nổi_tiếng nội cuối_cùng Duy như_thế khán_giả đại_biểu
        cháy lệnh có_một Vân khai_thác dừng dành_cho Putin kỹ_thuật lĩnh_vực nạn trước_đó câu lái sẽ_có sẵn_sàng nghề
        bệnh_viện chính_là và_không cụ_thể hạn_chế còn_lại ban_đầu quan_tâm rác mặc tình_hình văn_bản trở_lại đưa_tin
        nổi Chí số_tiền chế Lâm kéo ngày_càng trú phủ cũ đại_học thấp công_trình cũng_có Trung_tâm hành_chính bác_sĩ
        triển khoản yếu buổi giao_dịch băng thư hồi hoàn_thành nhận_định lịch tinh nhân_dân cảm đề_xuất Philippines Ấn
        cũng_là các_nhà vừa_qua thanh âm đến_nay đau mở_rộng chi_phí Israel từ_năm trong_năm Định bổ_sung trợ bước
        của_họ cảng khoa_học phương_án Từ cầu_thủ thị Trắng Nếu Loan được_cho Cường tỉ_đồng tờ súng Mỹ_và nhớ gió
        Thắng Năm dẫn_đến nhanh_chóng vượt khoa hành_khách Phong nghị diễn điện_tử núi tích_cực tặng Những truy dịp
        Thu Đoàn chẳng Đại_học Biển thừa_nhận này_có Ngoại_giao kể_từ Nghệ binh trí tố bày_tỏ Cảnh_sát Tại trao_đổi
        hay_không làng tù cho_phép Hữu hạ liên bầu cam_kết sắc Biên hưởng mà_không vợ_chồng nói_rằng hoàng y_tế chứng
        Viện trúng bãi lệ thắng phụ phó hãng chỉ_có hình_sự chứ_không biệt giai_đoạn địa buộc chiến_lược phi Vinh Hội
        công_việc thoả_thuận chiếc_xe thiết_bị mã quan_điểm kích Trang không_được cô_gái bang và_một quy_hoạch tải
        vẫn_chưa cổ_phần vay theo_dõi kẻ đàn_ông phiếu Hội_đồng Hoá bị_thương vui biên_giới diện_tích cảm_thấy chứa
        mối_quan tá máu biện_pháp dư_luận Không xanh xác_nhận Bí_thư xây các_cơ trồng lần_đầu luận lương luật_sư toán
        báo_chí chậm kêu_gọi vai_trò này_là Cô bản_thân khác_nhau có_những đợt xấu Sài rời nộp một_trong khối
        đang_được sự_cố bánh tưởng Gòn ngủ người_bị di_chuyển Tâm chăm_sóc kế truyền_thông Nha Malaysia lan nghiêm dạy
        thôn quốc trò minh giống lợi tại_khu kém sự_kiện kinh_nghiệm thanh_tra suốt tinh_thần Nghĩa niên siêu cấp_cao
        Lương dành ngân_sách lịch_sử Reuters ngập hiện_tại cộng_đồng truyền giải_pháp điều_chỉnh thu_hút đạn bão Gia
        kênh trong_nước mong_muốn mong mời trẻ_em cánh bờ vào_tháng trạm bệnh_nhân áp nguy_hiểm tranh thúc_đẩy thoát
        mộ bom kết_luận Hợp trạng ứng lỗi này_được căng_thẳng sóng không_chỉ ngoại_giao vận_tải Uỷ_ban thầy ca_sĩ vỡ
        Với nghệ_sĩ cuộc_sống trên_mạng hiện_đại chỉ_là hữu từ_ngày thôi tìm_kiếm nguy_cơ truyền_thống gây_ra du_khách
        dao ước xuất_khẩu thưởng kính điều_khiển phản_đối sơ Huy thiệt_hại là_những bình_thường dựng đâm một_cách đa
        chiến_đấu để_làm của_công Giao_thông gắn ô_tô Huỳnh trao thi_công xong hình_thức Bệnh_viện vẫn_còn Ngày chí tỉ
        đọc Y_tế mạnh_mẽ Phước khẩu tổ đất_nước suất đẩy chợ dần Trương tiết_lộ đăng khởi_tố xét lái_xe thanh_niên
        chiến_dịch hàng_loạt này_sẽ nhạc gốc nghĩa phép quy năng_lực đàm_phán ở_mức uỷ quê điều_kiện Cao Thiên kỷ_luật
        đáp_ứng phiên cha Thương uống Điện người_đàn nâng_cao chia chấp_nhận được_đưa trắng đen Hồi_giáo nêu giành
        Quốc_gia ngắn lũ Nai thực_sự hồi_tháng lợi_ích nghệ phản hàng_chục lao Võ thủ_đô thảo_luận cướp chủ_yếu kiến
        chưa_có lạ Có duy_trì nhập_khẩu số_lượng ngang cấp_cứu Trẻ tốc bất_cứ tội_phạm Lộc hạng Vương nhiều_lần
        khách_sạn nửa hàng_không coi tham_dự ngã thi_thể cũng_cho để_có Phi chuẩn ghi_nhận Tĩnh cao_hơn nhẹ văn_hoá
        thay thị_trấn dược cáo vận_động Cơ_quan thuật huỷ giàu Trọng cố_gắng Nhân đấu tạo_ra Nam_và ở_các diễn_viên
        quen cần_thiết từ_các bầu_cử ít_nhất vô_cùng thành_lập các_công tuyến_đường tiện hơi Chỉ kiểm buồn chỉ_trích
        câu_chuyện công_nghiệp vận_chuyển con_gái lạc con_trai chủ_tịch cao_nhất thần bạc lẫn hạnh_phúc Hiệp dây Đinh
        trụ_sở Sau_khi cùng_với mật phát_biểu Đây_là điều_hành tài_khoản nằm_trong cùng_ngày và_được Trước_đó xét_xử
        lạnh hội_nghị kết_nối Cần vào_các Tập_đoàn nghèo kiểu Ngoài_ra ghế thực_phẩm bảng phụ_huynh phản_ánh trái_phép
        tỷ_lệ tiếp_cận hàng_đầu Điều không_còn với_người đầy_đủ và_phát tác_động khắc_phục khám nhà_đầu tương_tự
        phân_tích cười hôn trật_tự lợn nối hoạch trận_đấu trong_vụ tông Chi bình_luận chữ liền Sau kết_thúc hàng_trăm
        tập_đoàn ngụ cụ các_cuộc Quỳnh thịt sẽ_là của_nhà ở_khu trong_quá và_người bắt_giữ tận xung_quanh có_mặt cơn
        lượt tăng_trưởng của_anh khoá mà_còn quanh lo_ngại cung Tiền cửa_hàng giữa_hai bị_bắt chỉnh phản_ứng tự_do
        còn_có đàn từ_chối thống_nhất lẽ thua Tài_chính hạ_tầng Tuổi thu_nhập Bùi áp_lực cả_hai đài mấy gấp đạt_được
        trừ trong_khu phiến_quân thẻ công_nhân năm_qua món tại_một của_bà cuối sàn tạm động_cơ trở_nên đập cần_phải
        nghi_phạm phóng_viên các_nước rơi đồng_ý thú chắc_chắn trú_tại trị_giá Tập nhà_máy Ukraine xe_tải hôm_qua giấy
        xác vũ của_chúng đến_từ thử dạng hải tung thủy đóng_góp vấn sức_khỏe công_khai video văn_phòng tắc bất_kỳ
        thử_nghiệm có_sự cổ_phiếu này_cũng ban_hành trên_thế có_khả thủ_tục kết_hợp câu_hỏi hải_quân tuy_nhiên nền
        công_dân chiếu tốt_nghiệp đậu vọng thị_xã như_một may_mắn đèn ra_ngoài với_giá vận_hành gia_tăng tối_đa
        cạnh_tranh kỹ Lào Tin tang thi_đấu tiểu chuyến_bay tiết Trong_khi Ngô đua một_cuộc yếu_tố điều_trị hậu_quả
        chào tư_vấn phận rõ_ràng Canada góp_phần Hai kiếm thứ_hai Việc Vụ Kong để_điều Hong Quản_lý tiêu_chuẩn
        chiến_tranh Giáo_dục tốc_độ nông_nghiệp toàn_cầu cũng_được Quân chụp hướng_dẫn mối là_không nhà_lãnh các_loại
        Singapore hút dung trách duy_nhất Hậu túi phát_ngôn với_một lần_thứ lắm bức_xúc ngôi thượng_đỉnh dữ_liệu
        cuộc_họp học_tập căn thương_hiệu người_khác Obama chặt thép tình_cảm chi_tiết tương_lai vẫn_đang giới_thiệu
        bồi_thường này_không nền_kinh lối cận có_giá hai_bên giết Về cho_đến đích năm_ngoái tiêm_kích của_những
        chủ_động cục suy Thế của_cô vai clip truyền_hình nhiễm chặn thù toà việc_làm kiến_nghị Huế can hành_trình Iraq
        hy_vọng nắm tấm gỗ va_chạm hãy giải_thích sai_phạm đối_tác sạch trên_các của_chính là_do về_các trốn đã_làm
        hiếm Thơ chú_ý Thảo ưu_tiên cả_nước Quốc_và danh_sách lâm ngầm thiệt_mạng trong_số quy_mô Thuỷ Chính kịch
        hai_nước cùng_các làn dễ_dàng rào không_gian đối phiên_bản Hiện các_trường xử_phạt đối_thủ tệ và_những
        về_những giam đào Australia ngại nghệ_thuật ấn_tượng thể_thao bảo_hiểm sổ có_liên lần_này huy_động khảo_sát
        Đặng khởi màn đội_bóng yên sắp Quý xử hè lỗ ẩn cực sức_khoẻ linh Hội_nghị phải_là trở_về may lãi_suất Thọ
        quan_đến thay_thế góp đền Nhất cao_tốc lo_lắng vệ_sinh ngăn quỹ đe_doạ pháo dường_như ra_mắt nâng Ngân_hàng
        đã_không bậc Đào dâm về_nhà rà_soát tốt_nhất lưu_thông bên_trong Tùng thanh_toán cải_thiện Và nói_với Trà dấu
        dẫn_lời bên_cạnh thả một_phần định_của các_hoạt với_tổng kín cuốn nhiệt lưới tô Đội nhà_trường ủy chặt_chẽ
        mục_đích trung_bình khóc chỉ_huy Indonesia ngăn_chặn cho_con chuyên_môn League mới_đây mô mục kèm Đến ở_đây
        thảo cân trước_đây chắc thế_hệ về_tội xác_minh đường_sắt Nhiều tố_cáo chủ_đầu bắc cuộc_thi khẩn_cấp hòa
        động_thái Mỹ_đã Thứ_trưởng khen khi_có dáng xét_tuyển bóng_đá bạn_bè rối địa_điểm trong_ngày cột đuổi taxi
        năng_lượng hài ra_khỏi Real hiệp Saudi ứng_dụng kinh thu_phí Thượng chó sắt khung với_sự một_lần nhưng_vẫn
        phức_tạp sẽ_tiếp trừng_phạt quần hoàn hoàn_thiện thiết thuyền lên_tiếng phục xăng vô_địch trữ căn_hộ cho_những
        tôi_đã Ủy_ban tài_liệu nhiều_hơn phê_duyệt hai_người ngừng thất giá_vàng chuyến tỏ_ra nhảy niệm chú quan_sát
        kịp Dân Theo_đó dậy năm_trước không_biết thuỷ trưa diễn_biến theo_hướng vượt_qua can_thiệp Thanh_tra Bến khổ
        huấn_luyện quốc_phòng Lưu mô_hình chảy khiến_nhiều thẳng Hạ cộng ngược mới_nhất trông chắn chùa Toàn trăm
        Bên_cạnh phổ_biến bằng_cách cưới tháo số_người vào_cuộc sát_hại kịp_thời vận mâu_thuẫn dấu_hiệu hoà thu_hồi
        cho_một Thư Còn Tàu sử hư_hỏng chưa_được thượng lãnh_thổ tuyển_sinh Campuchia ung_thư xin_lỗi cậu York của_tôi
        hầm về_phía tâm_lý Chánh đòi nguồn_tin tôi_không tràn điều_này Cầu cổng bên_ngoài chính_xác giác kỳ_thi trại
        sáng_tạo nỗi thế_nào giấy_tờ vụ_tai xuyên đỗ chìm không_khí chục con_người mua_bán liệt bảo_đảm mừng Nam_đã
        Đại_sứ đỉnh bao_giờ cạnh tình_báo tự_nhiên mất_tích các_biện bền_vững Hoài nghìn loạn Hiếu sửa hoả Đỗ doạ
        hoà_bình đơn_giản ngôn đồng_minh tồn_tại và_công bí_thư thay_vì căn_nhà thách_thức là_các chứng_minh tìm_hiểu
        loạt hộ_dân giáp khăn Thạnh người_phụ giỏi trùng dự_thảo chung_cư nếu_không có_người chuyến_thăm chứng_kiến
        mới_có kỹ_năng Hạnh cường bị_can Mạnh nghiệm trong_lĩnh trong_bối của_nước đường_dây chống_lại sẽ_bị gọi_là
        tương_đương phải_có xếp lục các_em chiến_thắng nông_thôn liên_lạc Để sự_nghiệp mưu Thủ cao_cấp sốt tốt_hơn
        chủ_trương xung_đột chế_độ Nga_và tôn Tài khắc mang_lại hàng_hoá trong_vòng bí_mật bật cũng_sẽ binh_sĩ
        khi_được đi_vào giữa_các cuối_năm Xây_dựng cơ_bản tiếp_theo giấu thuận_lợi ống Khoa_học lễ_hội Thông với_nhiều
        nhiệm_kỳ cha_mẹ hộp thang rất_lớn tán tương đương các_đối bất_động đột đã_đưa Phượng Ngoại_trưởng tiếp_nhận
        hối ngư_dân liên_tiếp suy_nghĩ người_ta dưỡng thơ ma_túy tham thi_hành Trưởng mới_của Văn_phòng quên với_nhau
        dân_tộc trụ mạng_xã biểu_tình Thành_uỷ cạnh_đó đối_thoại mang_tính họa Sau_đó cứu_hộ đều_có trải_qua thoại
        pháp_lý thì_không với_việc các_đơn nhìn_thấy camera tươi mỹ chốt cử_tri đến_các tường trải_nghiệm về_vấn
        bố_trí kỷ_niệm hẳn nữ_sinh văn_hóa chấm_dứt trang_bị tàu_ngầm người_đã vết thừa trần lãnh nhằm_vào tại_đây Đưa
        biên có_ý quốc_lộ vào_khoảng tắm và_cho sập trộm giật bốn rượu năm_tù Kiên vương trôi bàn_giao máy_tính mái
        tôi_sẽ tuyên Hoa_hậu quà dựa_trên lợi_nhuận gần_như đối_mặt Như này_cho ngưỡng phong_cách đem tìm_cách Đắk
        sinh_sống và_làm Dân_chủ lính cặp cô_giáo Thống toàn_diện Đầu_tư hầu_hết xuất_sắc các_dự tại_nhà hết_sức ngữ
        nắng được_xác doanh_thu giống_như độc_lập mỗi_ngày dừng_lại đáp tự_động bất_thường giúp_đỡ ngôi_nhà hợp_lý
        người_có hương loài người_chết trì Quốc_đã vẻ tòa London Họ tại_chỗ đang_làm cô_ấy Thiện trên_toàn phỏng_vấn
        công_cộng nghị_sĩ đang_có bức Thăng bố_mẹ xu_hướng Tuyên trong_tình phi_công hủy kháng quảng_cáo bổ_nhiệm
        nên_không An_ninh trực_tuyến bốc Huệ nghi_ngờ kiến_thức sẽ_phải trên_biển kỳ_vọng Lợi huyết cuộc_gặp Nông
        đẩy_mạnh tình_dục hùng Tổng_cục lên_tới hạ_cánh bộ_phim hấp_dẫn tín_dụng ý_tưởng đảm về_sự Chính_trị ngàn
        đưa_vào và_đã cấu đừng tin_rằng tình_huống luyện ruột đã_khiến trang_phục sinh_năm uy_tín lành mặt_hàng
        chứng_khoán từ_tháng ngay_sau không_quân sáng_nay đầu_năm tàu_sân vườn thông_minh mắc mực Ngân được_nhiều đắt
        bữa tác_phẩm cập_nhật doanh chăm đạp tìm_thấy được_các thúc Mexico Trịnh tham_nhũng Trước Cận ứng_viên
        phạm_tội quá_nhiều ấn toả họp_báo công_chức tuần_tra ở_vùng nhất_của xả và_đang cư_dân sau_vụ của_gia Trump_đã
        tiến_độ chút là_có thái về_vụ tập_thể thầu chứ nhiều_năm để_đảm Du_lịch bây_giờ Tình phòng_không con_đường
        mạch đốt tính_toán của_hai tôi_cũng tranh_cãi phụ_trách đợi nông_dân đổi_mới dương đóng_cửa tin_tưởng đứng_đầu
        tham_quan bụng hiểm giấy_phép là_điều vào_cuối nói_chuyện giải_trí cho_công cảm_giác đến_năm miệng trung_ương
        Clinton mệnh Huyền trong_lúc trở_lên các_vấn bếp hiện_tượng gỡ chương trục chia_tay dự_báo thống_kê tranh_cử
        đấu_giá các_doanh Hằng tỏ biên_chế sinh_hoạt bán_ra dẫn_đầu theo_đuổi hội_đồng sạt_lở kết_hôn Hiền ngờ miễn
        một_chiếc với_ông cơ_thể tình_yêu Madrid con_số ở_phía nói_thêm bao_nhiêu đã_phát nói_trên có_dấu quản đã_phải
        của_cơ mang_đến chuyển_nhượng tự_tin và_nhiều sẽ_làm sửa_chữa vững Tấn ích Trinh thời_tiết Hoàn giận chủ_trì
        cho_việc quay_lại về_tình kêu Khoa lẻ chụp_ảnh động_viên vắng Ronaldo thành_tích thất_bại tổng_hợp đi_làm
        tuyệt_vời Tài_nguyên từ_phía thiên mảnh trực nhắc Cẩm mang_theo xe_khách các_tỉnh để_giải lắp ở_nước nhà_ở
        từ_đó khuyến_khích tiệm tiêu_thụ trong_nhà hơn_nữa điều_đó và_sẽ đình_chỉ điệp cơ_chế ô_nhiễm đạo_diễn đô hung
        kẹt thải vùng_biển chủng hoảng sức_mạnh xuất_phát và_là rủi_ro Kiểm ngôi_sao nhựa tuyên_truyền khí_hậu rất_khó
        tiếp_xúc rời_khỏi diệt thông_điệp Phó_chủ tác_giả mở_cửa vỉa_hè đã_đến không_kích những_gì để_bảo đối_đầu
        bác_bỏ tiếc trưng thùng về_hành lĩnh Tổ_chức Thường_vụ đi_lại trên_sân biểu_diễn việc_này toà_nhà cải
        trong_trường và_bị khác_biệt hình_thành đã_nhận ông_đã thủ_tướng nổi_bật hồng Vũng lưu_ý và_sự đến_việc cập
        nêu_rõ Nghị_định đáng_kể Môi_trường Argentina các_bạn Đặc_biệt niêm_yết đã_bắt Chung thời_trang khiến_người
        hoang lên_đến không_ít tín_hiệu mới_được ý_nghĩa mặt_bằng nghiêm_túc phần_lớn cổ_đông hứng thảm cũng_đang
        chiến_sĩ phái Thông_tin Phát_triển Hàng ở_thành cũng_bị bằng_chứng mặc_dù nâng_cấp khắp là_sự của_nhiều
        đối_lập được_một đặt_ra cuộc_chiến tiết_kiệm cảm_ơn thờ Thịnh khuyên của_con đề_thi và_ông sẵn vẫn_có bộ_phận
        các_quy bức_ảnh đời_sống của_trường cách_đây có_được giải_thưởng ở_nhà thì_bị giải_phóng hoàn_cảnh Hiệp_hội
        nhân_vật đạn_đạo đại_sứ ngược_lại đăng_tải Đăng cho_vay khám_nghiệm họ_đã chế_tạo chỉ_cần cân_nhắc người_thân
        phẫu_thuật cần_có Đạt lừa_đảo khi_đang không_đúng mầm_non đã_lên điển kỳ_họp đáp_trả hạt quy_trình chỉ_còn
        tổng_số chuỗi Trump_và Kế_hoạch hiếp cho_ông chạm tạm_giữ bé_gái Airlines có_mưa với_số đuôi Cụ_thể
        trong_tháng hứa nghị_quyết bạo quyền_lực Nội_vụ không_nên với_mức được_đánh người_đứng định_hướng vốn_đầu
        mức_độ đường_bộ phòng_chống thấp_nhất chưa_từng hiện_đang chấm cùng_một tại_sân âm_nhạc nào_cũng nhận_xét
        chỉ_số đội_ngũ các_chuyên của_bạn bàn_thắng phần_mềm nhưng_cũng ưu_đãi ùn_tắc ông_nói người_này nông trở Bạch
        mang_tên chiếm_đoạt tiêu_diệt ca_khúc đề_cập Trong_đó bán_hàng vũ_trang về_một kiến_trúc địa_bàn từ_trước
        tổ_hợp để_tìm Cộng_hoà thỏa_thuận xinh_đẹp thì_có trích trường_đại ở_một những_lời tôn_trọng khống_chế
        được_xem hài_lòng gọi_điện cà_phê tỉ_lệ đã_ra Đường ghi_lại vụ_tấn Thủy các_vụ khổng_lồ mối_đe bến không_hề
        cũng_phải để_lại phóng_tên nhân_sự cảm_xúc tranh_chấp để_tránh trong_công từ_khi di_động Tiểu để_thực khi_bị
        trình_độ trình_diễn chịu_trách về_công đi_qua Quốc_tế thái_độ vì_không Vladimir công_nhận nhầm vào_một Vietnam
        giọng niềm_tin sơ_thẩm kinh_phí được_coi cất của_quân đang_bị phủ_nhận thuyết Chị chuyên_nghiệp đến_ngày xe_ô
        biến_đổi nói_về nguồn_gốc Kiều tài_năng nêu_trên về_mặt vật_liệu đồng_hồ tuần_trước Chiến ai_cũng Giải tin_đồn
        Trên thuyết_phục tiêm chấn_thương tạo_điều Vịnh niềm Bằng trên_xe lợi_dụng đi_bộ nguyện_vọng cùng_nhau đam_mê
        chủ_quyền giường Tư_pháp nhậu thận lặng cuộc_điều đã_trở chức_vụ giảm_giá Phát thụ nghiện hoạ buôn_bán
        thiết_lập cùng_kỳ thì_phải được_công đạo_đức và_điều người_thiệt được_điều trên_cao bỏ_phiếu tác_chiến liên_hệ
        song_phương những_ngày tháng_đầu chế_biến nhất_trong điểm_thi Online Internet để_các một_năm tăng_lên vẫn_là
        vào_đầu họ_không những_năm ước_tính nền_tảng trong_tương rơi_xuống phòng_thủ tiềm_năng cố_vấn thẩm anh_em
        sau_một tất chóng từ_những Duterte cho_khách giết_người Đó_là duyên Phật danh_hiệu Vận_tải đoán nhất_thế
        bạo_lực từ_chức tuân_thủ quyết_tâm nam_thanh chất_vấn sa_thải thứ_ba một_ngày gương_mặt lao_vào sự_thật
        người_dùng khiếu_nại có_hành đề_án trấn có_tên đã_xảy phương_pháp thẩm_định được_giao để_phục này_đang
        hoàn_tất bán_đảo chàng lập_tức tiêu_cực rắn chấp_hành khúc hơn_một hôn_nhân mẫu_xe Chúng_tôi để_xử nhắm Thạch
        để_đưa khủng đồng_nghiệp vẫn_không sắp_tới Đa_khoa điệu màn_hình đất_đai được_phát phán hiến anh_ta cuộc_tấn
        tàng củng_cố đám_cưới viên_của mỗi_năm giải_cứu chữa_bệnh Công_nghệ đựng cải_cách theo_đúng xe_buýt trên_trang
        chấp cơ_cấu Xuyên nhà_hàng đổi_với chàng_trai được_trang bước_vào đỡ mức_giá sửa_đổi cho_gia Nga_đã tiêu_chí
        đa_dạng vết_thương tự_hào Kinh_tế trong_suốt tốt_đẹp ngoái đấy gặp_nạn đã_chỉ tàu_chiến được_thực lại_có
        và_cũng sân_khấu cấp_phép dục thấp_hơn Mourinho Chương khi_các thầy_cô theo_ông tiêu_dùng thời_hạn nguyên_tắc
        Triệu đã_gây chừng trống khẩn_trương có_cơ phạm_vi cho_mình quốc_hội đứa_trẻ đi_học nhưng_chưa trên_thị
        hiện_có các_sản khi_ông hiệu_trưởng phổ_thông quần_áo rơi_vào ký_kết hàng_nghìn sự_quan miễn_phí toà_án
        trường_học Nam_có tại_hiện được_người buôn lúc_nào lâu_dài Mỹ_có ở_những chữa xưởng mùa_giải lớn_của thoải_mái
        chờ_đợi cứng các_phương bối nhà_báo nội_địa ở_xã nên_đã cái_tên giá_bán Văn_hoá đòi_hỏi container người_bạn
        đều_là là_nơi lần_lượt và_đưa bỏ_chạy Mỹ_cho của_hãng nghiệp_vụ nhưng_lại và_cả ngay_lập đứa động_lực đã_tiến
        nhập_viện vào_những lại_không đội_tuyển người_trong vừa_có từ_bỏ Cổ_phần vui_vẻ phối Bạn người_đi cuối_tuần
        Thương_mại xét_nghiệm xương duyệt và_chỉ không_muốn Mỹ_sẽ đồn Ngoài đã_yêu trên_tàu đã_quyết đến_với
        trong_nhiều đó_có Giáo đã_cho diễn_tập vào_đó thật_sự này_để phải_làm liên_kết triệu_người giáo_sư mua_sắm
        Nông_nghiệp Cuộc đối_ngoại thu_thập các_địa đi_xe giám_định lời_khai chung_kết thuận nằm_ở lớn_hơn sâu_sắc
        giữ_chức còn_là đa_số cuối_tháng đoạt Điều_này các_bộ nói_chung Maduro liên_minh với_công và_thực mọi_thứ
        kỷ_lục thu_giữ sẽ_giúp dự_thi học_trò Tổng_công ở_tỉnh phương_thức mẹ_chồng triệt ngày_hôm này_và Lao_động
        từ_đầu Tỉnh_uỷ Lực_lượng bờ_biển bà_con thú_vị vì_thế tuyển_dụng trong_giai người_phát và_con tập_trận
        chăn_nuôi cho_là khoảng_cách xếp_hạng được_tổ tự_xưng đã_thông trạm_thu một_công tin_nhắn chức_danh một_thời
        những_điều tôi_có nào_đó công_chúng tay_súng buộc_phải đang_ở độ_cao quản_trị cặp_đôi nghỉ_dưỡng các_lực Đạo
        lược thuộc_về một_con lắp_đặt tại_trường của_cả không_bị nhất_định Một_số một_nhóm hoạt họ_sẽ trải thêm_một
        đâm_vào quyết_liệt tạo_nên chuyển_đổi gặp_gỡ đã_tăng tuyệt Liên_minh ông_này trinh_sát chủ_nhà trình_báo
        hợp_pháp và_nhân có_lẽ có_hiệu tài_trợ thì_sẽ chị_em di_dời chuyển_sang Được_biết không_để trực_thăng khu_đất
        di_sản vào_thời tàu_cá vật_chất bộ_trưởng gian_tới trong_chiến tỷ_phú xả_súng các_tổ vào_nhà chỉ_tiêu là_ông
        còn_được bất_chấp động_vật họ_có đã_tìm gặp_khó trả_lại mới_là vì_vậy chữa_cháy Theo_ông dự_đoán ra_một
        Chelsea đám_cháy ý_định đã_hoàn trên_cơ cho_sự khấu lợi_thế phải_chịu hạng_mục bảo_tồn đã_ký tâm_sự đấu_tranh
        nhận_thấy một_nhà Thành_phố khủng_hoảng hàng_ngày khai_nhận không_cần trưởng_thành so_sánh di_tích nhận_ra
        phát_sinh Nghị_quyết Champions Đồng_thời Nam_tại tư_nhân đặc_nhiệm dẫn_tới làm_cho nhậm_chức nguồn_vốn
        hướng_tới đối_phó nghề_nghiệp các_hành cũng_chỉ chuối ăn_uống bỏ_trốn đánh_bom với_mục hỏng bạn_gái phong_trào
        vừa_được triển_lãm mạng_lưới mà_chỉ đã_từng của_thành ngay_từ mắc_kẹt năm_sau kịch_bản được_xây cải_tạo anh_đã
        trượt cương mà_các giới_hạn Dự_án Thể_thao thông_thường đe_dọa Mỹ_đang bị_ảnh Đào_tạo kể_lại làm_thủ dùng_để
        đến_mức lệnh_cấm học_phí phát_huy khuyến_cáo các_quan có_rất mệt_mỏi trên_mặt thường_trực và_bắt giao_cho
        Pakistan sau_này một_vụ đã_tổ thành_một hâm_mộ nguyện ông_ấy gương tại_thành liên_bang biệt_thự thẩm_quyền
        không_làm làm_gì khởi_động của_tỉnh ngay_cả lên_kế đều_được của_ngành được_biết Ngoại Samsung Hải_quân
        công_bằng kể_cả tổn_thương của_khách bài_thi tăng_giá cháu_bé sơ_tán giao_lưu bạn_trai đội_hình nói_và
        được_thiết em_gái Tổng_giám là_công sắp_xếp khác_của trò_chuyện tin_báo các_thành cần_được lộ_trình tiền_vệ
        bị_đánh để_tạo tại_buổi đại_gia là_rất khi_nhận địch ứng_phó do_các Thiếu Quyết đã_thực lên_án Mỹ_tại
        rạng_sáng của_nhân sức_ép phía_sau bối_cảnh mà_ông Chương_trình này_còn nội_bộ tại_xã trí_tuệ mưa_lớn cứu_nạn
        chủ_đề số_liệu Do_đó nghỉ_hưu để_phát phán_quyết thân_thiết được_chuyển đứa_con diễn_đàn trầm của_đội
        chiến_binh này_của khai_mạc thực_thi qua_đời biển_số luật_pháp bến_xe hợp_với xâm_hại loại_bỏ chung_của
        có_trách Cảnh được_thông để_được mình_là vào_lúc có_các là_lần các_giải nhân_tạo bất_hợp sai_lầm thức_ăn
        việc_với đến_khi thiên_tai Kiểm_tra của_dự địa_chỉ tính_đến không_cho đóng_vai phấn tại_cuộc mô_tả bắt_buộc
        truy_tố làm_chủ ra_vào tối_thiểu nữ_diễn trưng_bày các_nạn thử_tên trước_ngày Nam_trong Nghiên_cứu vẫn_tiếp
        tạp_chí nhắc_nhở đã_thu áp_thấp chính_của cố_tình không_người các_thông chung_với từ_một Mặc_dù cậu_bé và_bảo
        ở_miền có_nguy đang_điều quyền_lợi các_ngành cái_chết trình_bày được_những Ngay_sau xôn_xao ở_huyện nhập_cảnh
        danh_tính còn_nhiều minh_họa chấp_thuận người_lao Quốc_đang ở_lại có_khoảng hàng_năm khỏe chức_trách không_bao
        nhất_trí ra_quyết tăng_thêm trong_sự Đại_hội của_lực Nhân_dân tị_nạn năm_học tiền_đạo mới_chỉ tình_nguyện
        gây_thiệt tại_thị và_chính các_cấp bình_quân trên_sông Liên_bang Mỹ_trong theo_các gặp_nhiều của_bộ chưa_bao
        vào_sáng lúc_này tại_sao của_doanh qua_các thương_vong và_phải và_yêu sau_cuộc là_con và_tiếp tín_nhiệm
        xứng_đáng thói_quen nhận_thức dữ_dội phát_hành mặt_tại dự_luật phiên_toà nhắc_đến của_cuộc bản_án Đối_với
        chúc_mừng xe_tăng quyền_sử các_quốc về_quê Thế_nhưng và_tổ phu_nhân người_đẹp riêng_của thông_tấn Cục_trưởng
        trên_không bị_mất tiến_sĩ Thủ_đô được_sự gần_đó tìm_được rộng_rãi và_xử phân_phối giám_khảo trương Anh_đã
        anh_ấy để_tiếp lục_địa Nguồn dinh_dưỡng phụ_thuộc Quyết_định lúc_đó hội_thảo sống_trong đã_gửi tại_hội tới_các
        khi_đến minh_bạch này_vẫn nghi_vấn đối_phương có_quyền đều_không dân_cư Quốc_sẽ đoàn_kết pháo_hoa nhà_ga Mường
        tiểu_học khu_dân Quốc_lộ nặng_nề quần_đảo công_suất xăng_dầu hàng_xóm hơn_là cực_đoan theo_học một_mình
        ngay_trong Chủ_nhiệm để_đánh sinh_học vất_vả Thậm_chí sẽ_tăng khối_lượng giới_chức Nhiều_người làm_ăn sĩ_quan
        nhiệt_đới có_kết Chi_cục không_ai hãng_hàng học_viên chi_nhánh hàng_hải hãng_tin người_được phi_hạt dẫn_dắt
        trạng_thái cách_mạng Nội_đã không_đủ gia_nhập cho_cả thiện các_đồng tận_dụng Tiên_đã độ_tuổi mỗi_người
        chỉ_được cứu_hoả thư_ký nhiều_nhất lệnh_trừng tôi_là tham_mưu biến_động tác_dụng tiến_trình yêu_thích gợi_cảm
        trục_xuất siêu_thị sẽ_trở Vì_vậy này_bị hai_năm để_kiểm tin_tức đầu_tháng nghĩa_vụ làm_được mang_thai về_người
        viên_chức về_cuộc người_tiêu một_sự trong_chuyến niềm_vui Quyền trong_đêm có_vẻ áp_đặt giá_là dứt_điểm vụ_nổ
        Phó_thủ điểm_của rút_khỏi chuyến_đi nắm_giữ ứng_cử không_đồng mỗi_khi tích_hợp tại_địa doanh_nhân của_nhóm
        Quốc_cho để_xác điện_ảnh trong_hai gây_thương người_hâm Tiên_và được_sử triệu_tập nước_thải từng_là Hiệp_định
        đến_trường có_gì khác_là hình_phạt khôi_phục khá_nhiều phải_trả thí_điểm tiền_mặt nghĩ_rằng sống_ở các_khu
        thế_kỷ đúng_quy công_văn cây_xanh những_thông định_là phục_hồi leo_thang khác_cũng khách_du mua_vào để_người
        bài_viết nhập_cư hàng_hóa cho_học Diễn_đàn ý_thức của_nó ở_trong từng_có tại_bệnh nhiều_khả tra_về liệt_sĩ
        đề_này khuyến tội_danh tạm_giam bị_cho Uỷ_viên của_đất người_yêu bán_lẻ Trưởng_phòng đến_tháng nhân_chứng
        nếu_có tối_cao tự_sát trên_một chuyên_ngành nhà_thầu trọng_lượng khởi_nghiệp và_tăng tại_phiên thử_thách
        cứng_rắn phê_chuẩn Hiện_tại nhưng_có vẫn_được tuyệt_đối được_đặt của_chị sáng_lập tàng_hình kiểm_điểm cưỡng
        coi_là chưa_thể yêu_thương và_nhận cao_điểm nguyên_liệu đồng_chí hiện_hành đang_trong lý_giải đem_lại khám_phá
        phó_chủ trong_phòng có_nơi ví_dụ đã_đề về_nước vì_những không_quá gắn_với để_lấy nhưng_sau chiều_dài cửa_khẩu
        Thượng_viện trong_khoảng sắc_lệnh chuyển_giao đảng_viên ngạc_nhiên tháng_trước được_làm vực_này bài_phát
        thập_kỷ cho_tới tòa_nhà khi_đi chi_trả hữu_nghị mới_cho bước_đầu những_vấn cảm_hứng ký_hợp rất_tốt Kết_quả
        có_công sự_ủng nhiệt_độ rất_quan hành_hung thân_thiện hồi_đầu được_cấp bạn_có lại_cho thành_phần Thế_giới
        và_nhà đám_đông cất_cánh dân_số sự_phát Không_chỉ gửi_lời thiếu_niên nằm_trên tương_ứng nhà_khoa cũng_rất
        trong_gia ngành_công nhóm_thanh dựa_vào chứng_cứ ra_từ khác_như nhà_chức xuống_đường trên_quốc tìm_ra nợ_xấu
        là_đã công_tố ngày_qua dự_định Quân_đội khiến_các liên_quân hẹn_hò phấn_đấu biểu_tượng đến_vụ công_viên
        và_đồng chỉ_ra để_tăng màu_sắc Nhà_máy hồi_năm phá_huỷ hòa_bình ở_nhiều từ_việc động_đất nguồn_lực tin_cậy
        quay_trở năm_tới ứng_xử là_cơ bào_chữa nhưng_ông lên_mạng năm_mới khiến_cho vị_thế chất_thải đắc_cử nhiên_liệu
        các_nhân cuộc_bầu tổ_công bài_học khoảnh_khắc giảng_dạy giải_trình thất_vọng triệu_cổ được_hưởng Xã_hội với_tư
        chưa_rõ về_kinh đưa_đi để_ngăn giấu_tên bắn_hạ Mỹ_cũng nước_mắt Động chiếc_máy có_hai tổng_thể chất_ma giá_rẻ
        công_lập trung_học đối_diện Mặt_trận thuốc_lá đến_một Học_viện sản_lượng có_thẩm cho_tôi để_xây biểu_hiện
        người_mẫu xe_của đường_cao như_những cuốn_sách điện_đàm được_hỏi là_việc hàng_ngàn lập_biên tôi_thấy sẽ_diễn
        quảng_bá đánh_bạc giành_được hơn_trong chạy_xe quy_chế sự_chú ý_của bạn_trẻ với_chính khu_trục Cũng_theo
        đáng_chú chú_trọng cản_trở phiên_tòa đi_đến trân_trọng là_đối đầu_vào biết_đến trong_trận lại_là có_thêm
        tổng_cộng và_đầu lạm_dụng viện_trợ truy_nã đang_diễn trộm_cắp ra_những gian_qua đồng_bộ đoạn_video điểm_này
        tạm_thời ra_đường các_con chủ_nghĩa đã_chính biết_được trong_ngành món_quà thương_vụ Syria_và với_bạn
        Manchester điều_gì Quốc_có vướng đến_thời để_giúp hoang_mang lãng_phí thẳng_thắn với_tốc bắt_được chứng_nhận
        tăng_cao tranh_luận kiểm_toán sang_trọng góp_mặt quá_tải bị_tấn Thường_trực mỗi_lần cân_bằng cuộc_đời
        thiên_nhiên của_đảng Như_vậy vai_diễn các_nhóm tới_đây độc_đáo bức_tranh những_câu sống_của tin_từ từ_lâu
        cho_trẻ học_và thoát_khỏi trận_chung thông_cáo ngôn_ngữ khách_quan hứa_hẹn dự_phòng tính_năng con_cái
        cũng_từng chinh_phục dưới_thời tính_mạng dụng_đất đến_những Nguyên_đán là_phải và_giải của_tổ để_hỗ đã_bỏ
        cảm_nhận đã_tạo mắc_bệnh qua_lại khả_thi ngày_nay trầm_cảm mà_người Hàng_không đẳng_cấp mình_đã đó_không
        của_bản tầm_nhìn phải_đối dịch_bệnh các_khoản của_việc trong_phiên có_thời báo_động trên_bán hoá_học lại_được
        số_điện nhẹ_nhàng nổ_súng bất_cập hoàn_hảo Truyền_thông mặt_đất chết_người các_chương hành_lang có_tổng
        thời_kỳ này_trong chạy_thận mại_dâm đã_giúp nhà_thờ tại_huyện được_phép vụ_cháy trái_cây buổi_làm tên_tuổi
        đã_lập bức_tường phải_đi đối_xử khoản_tiền và_hiện như_các đang_là lượng_chức đi_cùng đau_đớn trên_báo
        nhưng_đã các_đại của_chủ trên_đất thuỷ_điện đoạn_qua đánh_bắt chỉ_trong gửi_đến nhân_hoá ra_trong nhượng
        xông_vào vẻ_đẹp làm_công quyền_hạn hiệp_định biên_bản đến_nhà phía_trước nhà_dân lớn_như làm_sao nhà_sản
        đủ_điều vui_mừng tập_luyện trang_trại đánh_bại bãi_biển để_giảm đầu_đạn kích_thước bốc_cháy là_nhà một_vài
        không_chịu Bộ_luật hậu_thuẫn giảm_nhẹ sẽ_khiến phân_biệt đến_hết đi_cấp biên_phòng giữ_nguyên dưới_sự
        đang_tiếp từ_thiện quyến_rũ kỹ_lưỡng xâm_phạm đã_xuất lập_trường gây_ảnh kiên_quyết đang_tiến trong_buổi
        để_trả là_của vào_người thì_thấy nhạc_sĩ tái_định công_vụ tôi_rất sinh_thái Thời_gian những_con Hải_quan
        buổi_lễ này_chỉ thẩm_mỹ xúc_phạm Quốc_cũng để_cho ở_trường kiếm_tiền người_nhà nhắn_tin gần_gũi ở_quận với_cơ
        mình_không khi_không khác_trong ven_biển không_ngừng tâm_của lại_các ra_lệnh đã_xác thử_hạt hàng_triệu
        nhìn_nhận tình_tiết sáng_kiến nước_và có_lợi tôi_đang ông_có động_của lửa_đạn nhưng_tôi mạnh_nhất thì_cũng
        trong_vài của_nạn của_thị thẳng_vào đặt_câu được_tìm đã_nói vẫn_giữ hội_đàm này_đều trong_bộ tiền_của Cộng_hòa
        cùng_nhiều đồng_đội Có_thể trong_khuôn nói_riêng trên_tuyến thuyền_viên khi_phát bị_phạt đồng_loạt phó_giám
        các_tài thích_hợp quê_hương vài_ngày cực_kỳ đã_công phúc_thẩm từng_được màu_trắng là_chủ trên_khắp cương_vị
        khẩu_súng ngày_sau được_yêu hai_ngày vào_việc cũng_cần thêm_nhiều có_hơn mức_lương tiên_tiến chủ_nhân
        lớn_trong đứng_sau Mỹ_không xuống_còn phải_được để_không các_bên một_bộ ra_tại đã_đạt giam_giữ trước_những
        tin_trên bị_một được_tin không_gây thẩm_phán với_con trong_danh chứng_chỉ tới_nay nghĩ_đến hệ_với đông_người
        giảng_viên nhà_phân được_giải làm_nhiệm nơi_khác bước_đi và_thông trọng_điểm bản_đồ tầm_bắn cao_đẳng
        đoạn_đường triệu_bảng trong_tuần có_biểu không_rõ đến_hiện lại_những tồi_tệ hiểu_biết chủ_chốt Lãnh_đạo
        trả_tiền những_chiếc dân_thường sinh_nhật Tổ_quốc hiện_các cầu_vượt có_điều đã_tử rằng_ông đáng_tiếc
        viễn_thông viết_trên kích_hoạt những_kẻ vào_chiều hiệu_lực mẹ_của toàn_quốc các_thủ đã_đăng cống_hiến cấp_giấy
        của_năm gần_một đã_nhanh khánh_thành như_trước ngoài_khơi như_hiện chưa_đầy nhưng_chỉ Quốc_trong đánh_dấu
        giữ_lại các_chiến nghỉ_ngơi xếp_hàng của_đại lắng_nghe đang_tìm ngừng_bắn chỉ_định với_nhà xe_container khiển
        anh_không ngắn_hạn một_tháng đã_tiếp của_thế người_tham học_tại Hệ_thống một_loạt bạn_sẽ nguồn_nước vào_tối
        đã_kết giấy_chứng do_không tháng_sau Công_thương hướng_đến mức_tăng tại_tỉnh khắp_nơi kháng_cáo thần_kinh
        phiên_họp vẫn_phải đến_thăm chênh_lệch láng_giềng cuộc_tập tư_tưởng Tất_cả sự_thay đó_sẽ vốn_điều đại_hội
        những_hình trang_thiết thứ_nhất trong_chương thường_niên Báo_cáo đồng_nghĩa chiều_cao rác_thải hành_nghề
        Phó_tổng quyền_của hoảng_loạn đã_tới và_quốc các_tuyến Nguyên_nhân Mới_đây khuyết_tật tìm_đến đã_thành
        thủ_lĩnh hệ_giữa đột_ngột với_quy tài_nguyên thu_được quốc_tịch và_việc phía_đông quen_thuộc trong_hoạt
        tạm_dừng nhạy_cảm một_tuần là_vấn các_bị nhân_đạo đã_nhiều tình_với Gia_đình để_tham Hạ_viện về_quản chở_hàng
        cách_làm khiến_một có_việc ông_sẽ cựu_tổng bất_đồng chất_độc tháng_qua mặt_đường được_thành này_khiến bị_truy
        bằng_một Liên_đoàn cáo_trạng trước_các năng_động khởi_kiện với_chủ với_anh tố_tụng việc_thực công_của để_chuẩn
        những_hành công_cụ hại_cho khi_một vào_trong Chính_vì ngọn_lửa khởi_công khi_người lời_mời giành_chiến các_vị
        đăng_quang thảm_hoạ trong_chính biểu_tại vướng_mắc người_ở người_lớn là_thành chống_khủng có_tính nguồn_nhân
        có_tiền mặt_với đấu_thầu lớn_và người_đang thực_tiễn thận_trọng đã_tham diễn_xuất để_đối triệu_euro trong_lịch
        hòn_đảo xúc_động đóng_tàu của_quốc nên_việc tham_khảo đây_không của_không chiều_nay người_mẹ từng_bị ngọt_ngào
        thập_niên những_cuộc nắm_quyền tại_công của_bệnh cách_thức Phát_biểu trọng_tâm về_chính dập_lửa mới_trong
        Vietcombank của_đối gian_dài của_ngân kích_thích có_thông sóng_thần đất_liền chẩn_đoán người_đồng cả_những
        đang_đi thắc_mắc ông_chủ cho_cuộc trong_lòng cưỡng_chế được_triển hỏi_về rất_nhanh độc_giả nồng_độ đồng_phạm
        trên_thực của_lãnh Ban_quản cách_để được_nhận việc_xảy người_làm khuôn_khổ đuối_nước giá_đất này_với giữ_được
        gần_nhất đã_dùng phái_đoàn những_công Trước_khi khu_phố có_cuộc thịt_lợn cảm_biến các_chính lan_truyền lại_với
        bình_đẳng đứng_thứ người_con tương_đối đã_liên nội_thất Đại_diện có_chuyện triển_vọng gặp_phải trực_thuộc
        sự_đồng tiền_cho phân_công với_hai liên_ngành vùng_đất thuỷ_thủ biến_mất Luật_sư đưa_về cục_trưởng giải_đấu
        đã_chuyển các_tàu đánh_chặn Trưởng_ban và_đường nhưng_đến Tôi_không Nhiệt_độ bị_phát khoảng_thời sáng_ngày
        một_quan chưa_đủ người_trên kiện_cho làm_nghề lần_nữa buộc_tội nhóm_người Đây_cũng các_mục có_nghĩa nghị_định
        điều_động cố_định chạy_trên rằng_các sáng_sớm hài_hước triệu_chứng cường_quốc ngăn_cản qua_đường phản_hồi
        khách_mời đông_đảo cuộc_khủng thuỷ_sản một_phụ lực_của của_chiếc được_bổ các_nguồn hội_nhập chính_trong
        với_tôi ông_không Công_nghiệp tiền_nhiệm Cùng_với phiên_giao nhằm_mục người_và giật_cấp buổi_sáng lề_đường
        uống_rượu đẹp_nhất một_thành đến_nơi cũng_khẳng kiềm_chế là_nguyên các_bệnh đây_cũng chồng_tôi đều_phải
        nhận_tiền bởi_những giữa_tháng nhà_ngoại Ảnh_minh đang_cố các_thiết ngày_trước người_mua dương_tính đồng_hành
        các_chuyến người_nhập tôi_vẫn thuộc_địa Hiệu_trưởng một_chút đội_trưởng bị_kết nghe_tiếng chuyển_đến
        chiến_trường đó_cũng trước_sự trường_vụ tự_nguyện nào_để từ_nhiều giảm_mạnh có_phần chống_tham tập_huấn
        bằng_những muốn_có trưởng_phòng đứng_trước Trao_đổi để_xảy vào_phòng hiện_diện bán_được bắt_tạm lại_một
        trong_nhóm Trong_một thuế_nhập ngoài_nước nghìn_đồng với_hàng những_trường nhiều_công đột_nhập chưa_thực
        thủ_phạm hơn_nhiều tăng_mạnh tuần_qua Hình_ảnh Hiện_nay quan_ngại định_về các_lệnh đã_giảm trên_truyền là_điểm
        thường_được Điều_tra nhân_lực điều_tiết Đại_biểu ngày_đầu đang_phải cùng_những đến_gần tổng_giám phân_luồng
        chiến_thuật nước_trong được_ông đồng_với tôi_muốn còn_phải đã_diễn chỉ_biết đã_tuyên đã_phối hiểu_được
        Không_quân các_điều trước_mắt trường_mầm thực_trạng các_dịch xuống_cấp được_chia bằng_việc khuyết_điểm về_điều
        đầu_của khiêu_khích khí_tượng phát_động nhưng_thực thiết_thực đến_bệnh của_cộng biết_rằng không_thấy đồng_tiền
        Doanh_nghiệp thực_chất bước_tiến và_chuyển không_dám được_bán đã_đồng nhân_của của_pháp như_không mạng_và
        về_chuyện rượu_bia đang_chờ dẫn_nguồn rằng_họ Những_người sự_hiện trên_người Đường_sắt Người_đẹp không_thực
        bắt_quả được_đăng là_chuyện nhiều_thời thoát_nước đất_của không_chấp các_điểm làm_giảm không_công thịnh_vượng
        đoàn_công người_không thất_nghiệp đường_bay gian_gần thấy_một việc_sử chuyện_tình tôi_phải tính_chất dân_địa
        được_trao chiều_tối phải_thực trước_và này_phải trên_được được_gọi nhưng_người đã_vượt đang_chuẩn nhóm_đối
        đồng_tình những_điểm lượng_lớn nhiều_loại không_đảm chuyến_công đã_chết có_nguồn thương_tích dẫn_đường
        người_từng chấn_chỉnh Chiến_tranh một_điều chủ_nhiệm làm_điều đơn_phương đủ_để những_thành tại_nhiều
        không_khỏi Đối_thoại tục_điều tiền_để ngoại_trưởng thuận_tiện chuyện_này đã_điều tuyên_phạt được_với định_vị
        không_phù được_ghi pháp_trừng một_nhân định_tại thưởng_thức nắm_được được_khoảng lòng_đường bảo_dưỡng
        giảm_thiểu trước_cửa việc_điều chiến_chống với_thời không_tốt Người_dân phần_đầu không_chính đưa_đến
        lượng_khách sống_tại những_vụ đến_cuối tưởng_tượng cuộc_không được_bố thượng_nghị đồng_cấp kiện_để được_bảo
        quan_điều việc_tại đường_hầm hướng_từ được_bầu đến_công nhận_trách hưởng_lợi người_biểu người_bệnh người_vợ
        người_nước ít_người định_pháp với_đường được_trả không_đạt tới_những cuộc_phỏng phải_đóng người_chồng
        đường_phố bên_đường diện_của cuộc_đàm không_hiểu đang_thực Chiến_lược phần_của người_mất nước_khác được_tiếp
        bị_người tại_phường được_đề triệu_lượt điểm_nhấn trường_để được_nâng thể_được nhiều_trường Thời_điểm xuống_đất
        chuyển_hướng nước_trên nghìn_người một_lượng một_chiến Hiện_trường tỉnh_miền thuyền_trưởng được_kiểm
        trường_tiểu người_của được_phân được_giới nhiều_nước người_đến Đối_tượng đồng_thuận hưởng_đến một_trường
        """
}
